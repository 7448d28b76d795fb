package dev.slipway.parse;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Mode and owner of a file, as {@code ls -ldn} prints them.
 *
 * @param mode type and permissions: {@code -rw-r--r--}
 * @param links number of hard links
 * @param userId owner
 * @param line line of the listing, from 1
 * @param text that line
 */
record FileMode(String mode, int links, int userId, int line, String text) {
    private static final Pattern ROW = Pattern.compile(
            "([-dlpscb][-rwxsStT]{9})[.+@]?\\s+(\\d{1,9})\\s+(\\d{1,10})\\s+\\d+\\s+\\d+\\s+[A-Z][a-z]{2}\\s+\\d{1,2}\\s+"
                    + "(?:\\d{2}:\\d{2}|\\d{4}) +(/.*)");
    private static final int OWNER_EXECUTES = 3;
    private static final int GROUP_WRITES = 5;
    private static final int OTHERS_WRITE = 8;
    private static final List<Integer> EXECUTE = List.of(3, 6, 9);

    /** The files of a listing by their absolute paths. Rows that are no files (errors, names cut by a line feed) are left out. */
    static SortedMap<String, FileMode> listing(String text) {
        SortedMap<String, FileMode> files = new TreeMap<>();
        String[] lines = text.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            Matcher row = ROW.matcher(lines[i]);
            if (row.matches()) {
                long userId = Long.parseLong(row.group(3));
                FileMode mode = new FileMode(
                        row.group(1),
                        Integer.parseInt(row.group(2)),
                        (int) Math.min(userId, Integer.MAX_VALUE),
                        i + 1,
                        lines[i]);
                files.putIfAbsent(row.group(4), mode);
            }
        }
        return files;
    }

    boolean regular() {
        return mode.startsWith("-");
    }

    /** Whether anybody may execute it; root then may. */
    boolean executable() {
        return EXECUTE.stream().anyMatch(at -> "xst".indexOf(mode.charAt(at)) >= 0);
    }

    boolean writableByOthers() {
        return mode.charAt(GROUP_WRITES) == 'w' || mode.charAt(OTHERS_WRITE) == 'w';
    }

    /** Whether it is readable by its owner, and executable by, or writable for, nobody else. */
    boolean tableOnly() {
        boolean special = EXECUTE.stream().anyMatch(at -> mode.charAt(at) != '-');
        return mode.charAt(1) == 'r' && mode.charAt(OWNER_EXECUTES) == '-' && !special && !writableByOthers();
    }
}
