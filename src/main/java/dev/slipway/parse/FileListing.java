package dev.slipway.parse;

import dev.slipway.evidence.EvidenceItem;
import dev.slipway.facts.EvidenceLine;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What {@code ls -ln} printed, of GNU or of BusyBox, after a line {@code ls -lnb} or {@code ls -ln} that says whether odd
 * characters in names are escaped.
 *
 * @param entries in the order of the listing
 * @param folders the folders that were listed, with a slash at their end
 */
record FileListing(List<Entry> entries, SortedSet<String> folders) {
    private static final Pattern ENTRY = Pattern.compile(
            "([bcdlps-])([r-][w-][xsS-])\\S{6,8}\\s+\\d+\\s+\\d+\\s+\\d+\\s+(\\d+,?\\s{1,9})?"
                    + "(\\d{1,18})\\s+([A-Z][a-z]{2}\\s+\\d{1,2}\\s+\\d{1,2}:\\d{2}|[A-Z][a-z]{2}\\s+\\d{1,2}\\s+\\d{4}) (.*)");
    private static final Pattern HEADING = Pattern.compile("(/.*|\\d{1,9}/fd):");
    private static final String ARROW = " -> ";

    FileListing {
        entries = List.copyOf(entries);
        folders = Collections.unmodifiableSortedSet(new TreeSet<>(folders));
    }

    static FileListing empty() {
        return new FileListing(List.of(), new TreeSet<>());
    }

    /**
     * A file as it was listed.
     *
     * @param folder the folder of the listing it stands in, with a slash at its end; empty for an absolute path
     * @param kind {@code -} for a file, {@code d} for a folder, {@code l} for a link
     * @param ownerMode what the owner may: {@code rw-}; for a descriptor how it was opened
     * @param sizeBytes size
     * @param changed when it was changed, as listed: {@code Nov 24 18:50}, {@code Nov 24  2024}
     * @param name its name
     * @param target where a link leads; else empty
     */
    record Entry(
            String folder,
            char kind,
            String ownerMode,
            long sizeBytes,
            String changed,
            String name,
            String target,
            EvidenceLine at) {

        /** Its path; slashes and dots in it as they were listed. */
        String path() {
            return name.startsWith("/") ? name : folder + name;
        }
    }

    /**
     * Takes a listing apart. Lines of any other form are passed over, for {@code ls} prints totals and blank lines. Where names are
     * not escaped, one can look like the heading of another folder; then that one stands there twice, and neither is believed.
     */
    static FileListing read(EvidenceItem item) {
        List<Entry> entries = new ArrayList<>();
        SortedSet<String> folders = new TreeSet<>();
        SortedSet<String> twice = new TreeSet<>();
        boolean escaped = false;
        String folder = "";
        int number = 0;
        for (String line : SourceFile.of(item).lines()) {
            number++;
            Matcher heading = HEADING.matcher(line);
            if (line.startsWith("ls -")) {
                escaped = line.endsWith("b");
            } else if (heading.matches()) {
                String path = name(heading.group(1), escaped);
                folder = path.endsWith("/") ? path : path + "/";
                if (!folders.add(folder)) {
                    twice.add(folder);
                }
            } else {
                entry(folder, line, escaped, item.at(number, line)).ifPresent(entries::add);
            }
        }
        entries.removeIf(entry -> twice.contains(entry.folder()));
        folders.removeAll(twice);
        return new FileListing(entries, folders);
    }

    private static Optional<Entry> entry(String folder, String line, boolean escaped, EvidenceLine at) {
        Matcher form = ENTRY.matcher(line);
        if (!form.matches()) {
            return Optional.empty();
        }
        char kind = form.group(1).charAt(0);
        String name = form.group(6);
        int arrow = kind == 'l' ? name.indexOf(ARROW) : -1;
        String target = arrow < 0 ? "" : name(name.substring(arrow + ARROW.length()), escaped);
        return Optional.of(new Entry(
                folder,
                kind,
                form.group(2),
                Long.parseLong(form.group(4)),
                form.group(5),
                name(arrow < 0 ? name : name.substring(0, arrow), escaped),
                target,
                at));
    }

    private static String name(String text, boolean escaped) {
        return escaped && text.indexOf('\\') >= 0 ? unescaped(text) : text;
    }

    /** The name that {@code ls -b} escaped: as in C, with three octal digits for what is not printable. */
    private static String unescaped(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '\\' || i + 1 == text.length()) {
                bytes.writeBytes(String.valueOf(c).getBytes(StandardCharsets.UTF_8));
                continue;
            }
            char next = text.charAt(++i);
            if (next >= '0' && next <= '3' && i + 2 < text.length() && isOctal(text.substring(i, i + 3))) {
                bytes.write(Integer.parseInt(text.substring(i, i + 3), 8));
                i += 2;
            } else {
                int control = "abtnvfr".indexOf(next);
                bytes.write(control >= 0 ? control + 7 : next);
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static boolean isOctal(String digits) {
        return digits.chars().allMatch(c -> c >= '0' && c <= '7');
    }
}
