package dev.slipway.parse;

import java.util.SortedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The assignments of a unit file's {@code Environment=}, and of other lists of {@code NAME="value"}. */
final class UnitEnvironment {
    private static final Pattern ASSIGNMENT =
            Pattern.compile("\"([^\"=]+)=([^\"]*)\"|'([^'=]+)=([^']*)'|([^\\s\"'=]+)=(\\S*)");

    private UnitEnvironment() {}

    /** Adds the assignments of one line; an empty line takes all back that were there before. */
    static void add(String value, SortedMap<String, String> environment) {
        if (value.isEmpty()) {
            environment.clear();
        }
        Matcher assignment = ASSIGNMENT.matcher(value);
        while (assignment.find()) {
            int group = assignment.group(1) != null ? 1 : assignment.group(3) != null ? 3 : 5;
            environment.put(assignment.group(group), assignment.group(group + 1));
        }
    }
}
