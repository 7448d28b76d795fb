package dev.slipway.parse;

import dev.slipway.evidence.EvidenceItem;
import dev.slipway.facts.Fact;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The links exe, cwd and root of every process, from a long listing. A target that may not be read is listed without its arrow.
 */
final class ProcessLinks {
    private static final Pattern FORM = Pattern.compile(LongListing.LINK + "(\\d{1,9}/(?:exe|cwd|root))(?: -> (.*))?");
    private static final String DELETED = " (deleted)";
    private static final String TWICE = "the name of another file in the listing looks like it";

    private final SortedMap<String, Fact<String>> targets = new TreeMap<>();

    ProcessLinks(Optional<EvidenceItem> item) {
        for (String line : item.map(EvidenceItem::text).orElse("").split("\n", -1)) {
            Matcher form = FORM.matcher(line);
            if (form.matches()) {
                Fact<String> target = Fact.of(Optional.ofNullable(form.group(2)), "needs root");
                targets.merge(form.group(1), target, (one, two) -> Fact.unknown(TWICE));
            }
        }
    }

    /** What a link points to; a file that is deleted by now has the path that it had. */
    Fact<String> target(int pid, String link) {
        return targets.getOrDefault(pid + "/" + link, Fact.unknown("not read"))
                .map(path -> path.endsWith(DELETED) ? path.substring(0, path.length() - DELETED.length()) : path);
    }
}
