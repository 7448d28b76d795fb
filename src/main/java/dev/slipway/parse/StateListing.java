package dev.slipway.parse;

import dev.slipway.evidence.Evidence;
import dev.slipway.evidence.EvidenceItem;
import dev.slipway.facts.EvidenceLine;
import dev.slipway.facts.Fact;
import dev.slipway.facts.Gap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the probe {@code state} brought.
 *
 * @param changed files that changed within seven days
 * @param named files whose names say what they are
 * @param places folders that were measured, by path
 * @param closed folders that may not be looked into; the text is the path
 */
record StateListing(
        List<FileListing.Entry> changed,
        List<FileListing.Entry> named,
        SortedMap<String, Place> places,
        List<EvidenceLine> closed,
        StateAliases aliases) {
    private static final String PROBE = "state";
    private static final Pattern PLACE = Pattern.compile(
            "place (\\d{1,15}|-) (\\d{1,9}|-) (\\d{1,9}|-) (\\d{1,10}) (\\d{1,10}) d(\\S{9})\\S? (/.*)");
    private static final Pattern DENIED = Pattern.compile(
            "denied (/.*)|(?:find|ls): (?:cannot \\w+ (?:directory )?)?[‘'\"]?(/[^:’'\"]+)[’'\"]?: Permission denied");
    private static final String CLOSED = "denied /";
    private static final String TIMED_OUT = "timeout /";
    private static final long KIBIBYTE = 1024;

    StateListing {
        changed = List.copyOf(changed);
        named = List.copyOf(named);
        places = new TreeMap<>(places);
        closed = List.copyOf(closed);
    }

    /**
     * A folder that was measured.
     *
     * @param userId owner
     * @param mode nine letters of its rights
     */
    record Place(
            String path,
            Fact<Long> sizeBytes,
            Fact<Integer> files,
            Fact<Integer> changed,
            long userId,
            String mode,
            EvidenceLine evidence) {

        boolean isWritableForAll() {
            return mode.charAt(7) == 'w';
        }
    }

    static StateListing of(Evidence evidence) {
        SortedMap<String, Place> places = new TreeMap<>();
        List<EvidenceLine> closed = new ArrayList<>();
        evidence.command(PROBE, "places").ifPresent(item -> {
            List<String> lines = SourceFile.of(item).lines();
            for (int i = 0; i < lines.size(); i++) {
                place(lines.get(i), item.at(i + 1, lines.get(i))).ifPresent(place -> places.put(place.path(), place));
                if (lines.get(i).startsWith(CLOSED)) {
                    closed.add(item.at(i + 1, lines.get(i).substring(CLOSED.length() - 1)));
                }
            }
        });
        return new StateListing(
                entries(evidence, "changed"),
                entries(evidence, "named"),
                places,
                closed,
                new StateAliases(entries(evidence, "links")));
    }

    private static List<FileListing.Entry> entries(Evidence evidence, String section) {
        return evidence.command(PROBE, section)
                .map(FileListing::read)
                .orElse(FileListing.empty())
                .entries();
    }

    private static Optional<Place> place(String line, EvidenceLine evidence) {
        Matcher form = PLACE.matcher(line);
        if (!form.matches()) {
            return Optional.empty();
        }
        return Optional.of(new Place(
                form.group(7),
                number(form.group(1)).map(size -> size * KIBIBYTE),
                number(form.group(2)).map(Long::intValue),
                number(form.group(3)).map(Long::intValue),
                Long.parseLong(form.group(4)),
                form.group(6),
                evidence));
    }

    private static Fact<Long> number(String text) {
        return text.equals("-")
                ? Fact.unknown("too much to count in a few seconds, or not all of it may be read")
                : Fact.known(Long.parseLong(text));
    }

    /** What may be missing: sections that failed, folders that are closed, and those that were too large. */
    static List<Gap> gaps(Evidence evidence) {
        List<Gap> gaps = new ArrayList<>();
        SortedSet<String> denied = new TreeSet<>();
        SortedSet<String> slow = new TreeSet<>();
        for (String section : List.of("changed", "named", "places")) {
            gaps.addAll(Gaps.of(evidence, PROBE, section, PROBE));
            evidence.command(PROBE, section)
                    .map(EvidenceItem::lines)
                    .orElse(List.of())
                    .forEach(line -> {
                        Matcher refused = DENIED.matcher(line);
                        if (refused.matches()) {
                            denied.add(refused.group(1) == null ? refused.group(2) : refused.group(1));
                        } else if (line.startsWith(TIMED_OUT)) {
                            slow.add(line.substring(TIMED_OUT.length() - 1));
                        }
                    });
        }
        if (!denied.isEmpty()) {
            gaps.add(new Gap(PROBE, PROBE, some(denied) + ": permission denied", Gaps.WITH_ROOT));
        }
        if (!slow.isEmpty()) {
            gaps.add(new Gap(PROBE, PROBE, some(slow) + ": too much to look through", "look at it by hand"));
        }
        return gaps;
    }

    private static String some(SortedSet<String> paths) {
        String first = String.join(" ", paths.stream().limit(3).toList());
        return paths.size() > 3 ? first + " and " + (paths.size() - 3) + " more" : first;
    }

    /** Entries of both kinds, with the files that changed first. */
    Stream<FileListing.Entry> files() {
        return Stream.concat(changed.stream(), named.stream());
    }

    boolean isChanged(String path) {
        return changed.stream().anyMatch(entry -> entry.path().equals(path));
    }
}
