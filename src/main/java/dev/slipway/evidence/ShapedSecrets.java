package dev.slipway.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Secrets that are known by their own form, whatever stands before them. */
final class ShapedSecrets {
    private final List<Form> byTrigger = new ArrayList<>();
    private final WordAutomaton triggers;
    private final SecretValue values;

    private record Form(SecretForms.Shape shape, Pattern pattern, boolean named) {}

    ShapedSecrets(SecretForms forms, SecretValue values) {
        this.values = values;
        List<String> words = new ArrayList<>();
        for (SecretForms.Shape shape : forms.shapes()) {
            Form form = new Form(
                    shape, Pattern.compile(shape.pattern()), shape.pattern().contains("(?<name>"));
            for (String trigger : shape.triggers()) {
                words.add(trigger);
                byTrigger.add(form);
            }
        }
        words.add(PrivateKeyBlock.TRIGGER);
        this.triggers = new WordAutomaton(words, true);
    }

    void find(String text, Consumer<Span> spans) {
        int[] done = new int[byTrigger.size() + 1];
        triggers.search(text, (from, to, word) -> {
            if (from >= done[word]) {
                done[word] = word == byTrigger.size()
                        ? PrivateKeyBlock.match(text, from, spans)
                        : match(byTrigger.get(word), text, from, spans);
            }
        });
    }

    /** Where to look on: behind what was found. */
    private int match(Form form, String text, int from, Consumer<Span> spans) {
        Matcher matcher = form.pattern().matcher(text).region(from, text.length());
        matcher.useTransparentBounds(true).useAnchoringBounds(false);
        if (!matcher.lookingAt()) {
            return from;
        }
        String secret = matcher.group("secret");
        if (secret.equals(Redactor.MARK) || !values.isPlaceholder(secret)) {
            String name = form.named() && matcher.group("name") != null ? matcher.group("name") : "";
            int end = matcher.start("secret") + secret.stripTrailing().length();
            spans.accept(
                    new Span(matcher.start("secret"), end, name, form.shape().kind()));
        }
        return matcher.end();
    }
}
