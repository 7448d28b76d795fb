package dev.slipway.parse;

import dev.slipway.evidence.Evidence;
import dev.slipway.evidence.EvidenceItem;
import dev.slipway.facts.Fact;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The time zone that programs on the host see: what /etc/localtime is, by its name where it can be told. */
final class TimeZoneName {
    private static final Pattern LINK =
            Pattern.compile("(?m)^" + LongListing.LINK + "/etc/localtime -> \\S*?zoneinfo/(?:posix/|right/)?(\\S+)$");
    private static final Pattern CLOCK = Pattern.compile("(?m)^(?:ZONE|TIMEZONE)\\s*=\\s*\"?([^\"\\s]+)\"?\\s*$");
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_+-]*(?:/[A-Za-z0-9_+-]+){0,2}");
    private static final Pattern DATE = Pattern.compile("(?m)^(\\S+) ([+-]\\d{4})$");

    private TimeZoneName() {}

    /** The IANA name where one is configured, else the abbreviation that the clock shows. */
    static Fact<String> of(Evidence evidence) {
        String zone =
                evidence.command("platform", "zone").map(EvidenceItem::text).orElse("");
        Matcher link = LINK.matcher(zone);
        if (link.find()) {
            return Fact.known(link.group(1));
        }
        Matcher date = DATE.matcher(zone);
        Optional<String> shown = date.find() ? Optional.of(date.group(1)) : Optional.empty();
        return Fact.of(
                configured(evidence, "/etc/sysconfig/clock")
                        .or(() -> configured(evidence, "/etc/timezone"))
                        .or(() -> configured(evidence, "/etc/TZ"))
                        .or(() -> shown),
                "not read");
    }

    private static Optional<String> configured(Evidence evidence, String path) {
        return evidence.read("platform", "clock")
                .filter(item -> item.name().equals(path))
                .findFirst()
                .flatMap(item -> path.equals("/etc/sysconfig/clock") ? assigned(item) : firstLine(item));
    }

    private static Optional<String> assigned(EvidenceItem item) {
        Matcher clock = CLOCK.matcher(item.text());
        return clock.find() ? Optional.of(clock.group(1)) : Optional.empty();
    }

    private static Optional<String> firstLine(EvidenceItem item) {
        return item.lines().stream()
                .map(String::strip)
                .filter(line -> NAME.matcher(line).matches())
                .findFirst();
    }
}
