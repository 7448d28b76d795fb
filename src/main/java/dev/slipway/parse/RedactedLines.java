package dev.slipway.parse;

import dev.slipway.evidence.Evidence;
import dev.slipway.evidence.EvidenceItem;
import dev.slipway.evidence.RedactedSecret;
import dev.slipway.evidence.Redactor;
import dev.slipway.facts.EvidenceLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The lines in which secrets were redacted, and what they are lines of: of a file, or of something about a process. */
final class RedactedLines {
    private static final Pattern PROCESS =
            Pattern.compile("==> (\\d{1,9})/cmdline <==|(?:pid|counters) (\\d{1,9})(?: .*)?");
    private static final Pattern FILE = Pattern.compile("# (/\\S+)");
    private static final int LOOK_BACK = 4000;
    private static final int BEFORE = 80;
    private static final int AFTER = 120;

    private final SortedMap<String, List<List<String>>> lines = new TreeMap<>();

    RedactedLines(Evidence evidence) {
        for (EvidenceItem item : evidence.items()) {
            if (!item.text().isEmpty()) {
                lines.computeIfAbsent(key(item.probe(), item.name()), key -> new ArrayList<>())
                        .add(List.of(item.text().split("\n", -1)));
            }
        }
    }

    /**
     * Where a secret stands.
     *
     * @param what a path, {@code command line}, {@code environment}, or the command whose output it is
     * @param pid the process that it is of
     */
    record Place(String what, Optional<Integer> pid, EvidenceLine line) {}

    Place place(RedactedSecret secret) {
        List<String> all = linesOf(secret);
        String text = secret.line() <= all.size() ? snippet(all.get(secret.line() - 1), secret.name()) : "";
        if (secret.item().startsWith("/")) {
            return new Place(secret.item(), Optional.empty(), at(secret, text));
        }
        Optional<Integer> pid = pid(all, secret);
        if (pid.isPresent()) {
            String what = secret.probe().equals("environment") ? "environment" : "command line";
            return new Place(what, pid, at(secret, "pid " + pid.get() + ": " + text));
        }
        String what = file(all, secret).orElse("output of " + secret.probe() + ' ' + secret.item());
        return new Place(what, Optional.empty(), at(secret, text));
    }

    private static EvidenceLine at(RedactedSecret secret, String text) {
        return new EvidenceLine(secret.probe(), secret.item(), secret.line(), text);
    }

    /** Of several items of this name that in which the line has a mark; a name without a value has none. */
    private List<String> linesOf(RedactedSecret secret) {
        List<List<String>> items = lines.getOrDefault(key(secret.probe(), secret.item()), List.of());
        return items.stream()
                .filter(item -> secret.line() <= item.size())
                .filter(item -> item.get(secret.line() - 1).contains(Redactor.MARK))
                .findFirst()
                .or(() -> items.stream().findFirst())
                .orElse(List.of());
    }

    private static Optional<Integer> pid(List<String> all, RedactedSecret secret) {
        if (!List.of("processes", "environment", "jvm").contains(secret.probe())) {
            return Optional.empty();
        }
        return before(all, secret.line(), PROCESS)
                .map(header -> Integer.parseInt(header.group(1) != null ? header.group(1) : header.group(2)));
    }

    /** The file before whose content its path stands in a comment, as {@code systemctl cat} prints it. */
    private static Optional<String> file(List<String> all, RedactedSecret secret) {
        return secret.item().equals("units")
                ? before(all, secret.line(), FILE).map(header -> header.group(1))
                : Optional.empty();
    }

    /** The nearest line before a line that has a form. */
    private static Optional<Matcher> before(List<String> all, int line, Pattern form) {
        for (int i = Math.min(line, all.size()) - 1; i >= 0 && line - i < LOOK_BACK; i--) {
            Matcher header = form.matcher(all.get(i));
            if (header.matches()) {
                return Optional.of(header);
            }
        }
        return Optional.empty();
    }

    /** The part of a long line that shows the secret's name. */
    private static String snippet(String line, String name) {
        String readable = line.replace('\0', ' ');
        if (readable.length() <= BEFORE + AFTER) {
            return readable;
        }
        int named = name.isEmpty() ? -1 : readable.indexOf(name);
        int at = named >= 0 ? named : Math.max(0, readable.indexOf(Redactor.MARK));
        int from = Math.max(0, at - BEFORE);
        int to = Math.min(readable.length(), at + AFTER);
        return (from > 0 ? "…" : "") + readable.substring(from, to) + (to < readable.length() ? "…" : "");
    }

    private static String key(String probe, String item) {
        return probe + '\0' + item;
    }
}
