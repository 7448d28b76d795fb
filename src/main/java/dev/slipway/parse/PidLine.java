package dev.slipway.parse;

import dev.slipway.evidence.EvidenceItem;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line of a file in a process's directory of /proc, from a command that read that file of all processes at once:
 * {@code 162/status:Name:	java}. No content can pass for another process's, since each line carries its number.
 *
 * @param file {@code status}, {@code stat}, {@code cgroup}
 * @param text the line without what stands before it
 * @param line number of the line in the item
 */
record PidLine(int pid, String file, String text, int line) {
    private static final Pattern FORM = Pattern.compile("(\\d{1,9})/([a-z]+):(.*)", Pattern.DOTALL);

    /** The lines of this form, in order. */
    static List<PidLine> of(EvidenceItem item) {
        List<PidLine> lines = new ArrayList<>();
        int number = 0;
        for (String line : item.text().split("\n", -1)) {
            number++;
            Matcher form = FORM.matcher(line);
            if (form.matches()) {
                lines.add(new PidLine(Integer.parseInt(form.group(1)), form.group(2), form.group(3), number));
            }
        }
        return lines;
    }
}
