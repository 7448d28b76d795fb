package dev.slipway.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The redactor. It finds secrets by the names before them, by the programs whose options they are, and by their own form; then
 * it looks for each of them on the whole host. What it has redacted it finds again, so redacting twice is redacting once.
 */
public final class SecretRedactor implements Redactor {
    private static final SecretForms FORMS = SecretForms.builtIn();

    private final SecretValue values = new SecretValue(FORMS);
    private final KeyedSecrets keyed = new KeyedSecrets(FORMS, values);
    private final CommandSecrets commands = new CommandSecrets(FORMS, values);
    private final ShapedSecrets shaped = new ShapedSecrets(FORMS, values);

    @Override
    public Redacted redact(List<EvidenceItem> items) {
        List<List<Span>> found = items.stream().map(this::find).toList();
        KnownSecrets known = new KnownSecrets(values);
        for (int i = 0; i < found.size(); i++) {
            String text = items.get(i).text();
            found.get(i).forEach(span -> known.add(text, span));
        }
        KnownSecrets.Search search = known.search();
        List<EvidenceItem> redacted = new ArrayList<>();
        List<RedactedSecret> secrets = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            EvidenceItem item = items.get(i);
            List<Span> spans = new ArrayList<>(found.get(i));
            search.find(item.text(), spans::add);
            RedactedText text = RedactedText.of(item.text(), spans);
            redacted.add(spans.isEmpty() ? item : item.withText(text.text()));
            secrets.addAll(text.secrets(item, search::withoutSecrets));
            secrets.addAll(namesOfVariables(item));
        }
        return new Redacted(redacted, secrets);
    }

    private List<Span> find(EvidenceItem item) {
        List<Span> spans = new ArrayList<>();
        keyed.find(item.name(), item.text(), spans::add);
        commands.find(item.text(), spans::add);
        shaped.find(item.text(), spans::add);
        return spans;
    }

    /** Variables of processes whose values were not even read; that they are there is worth knowing. */
    private List<RedactedSecret> namesOfVariables(EvidenceItem item) {
        if (!item.probe().equals("environment")) {
            return List.of();
        }
        List<String> lines = item.lines();
        List<RedactedSecret> secrets = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            int line = i + 1;
            String name = lines.get(i);
            if (name.indexOf('=') < 0 && name.indexOf(' ') < 0) {
                secrets.addAll(keyed
                        .named(name)
                        .map(span -> new RedactedSecret(item.probe(), item.name(), line, name, span.kind()))
                        .stream()
                        .collect(Collectors.toList()));
            }
        }
        return secrets;
    }
}
