package dev.slipway.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the assignments of a shell script or an environment file: {@code export NAME="value"}; nothing is expanded. */
final class ShellText {
    private static final Pattern ASSIGNMENT =
            Pattern.compile("\\s*(?:export\\s+|set\\s+|-)?([A-Za-z_][A-Za-z0-9_.]*)\\s*\\+?=(.*)", Pattern.DOTALL);

    private ShellText() {}

    static ConfigText parse(String text) {
        List<ConfigEntry> entries = new ArrayList<>();
        String[] lines = text.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            int first = i;
            StringBuilder logical = new StringBuilder(lines[i].stripTrailing());
            while (logical.length() > 0 && logical.charAt(logical.length() - 1) == '\\' && i + 1 < lines.length) {
                logical.setLength(logical.length() - 1);
                logical.append(lines[++i].strip());
            }
            Matcher assignment = ASSIGNMENT.matcher(logical);
            if (assignment.matches()) {
                entries.add(new ConfigEntry("", assignment.group(1), value(assignment.group(2)), first + 1));
            }
        }
        return ConfigText.of(entries);
    }

    /** The first word of the text, its quotes removed. */
    private static String value(String raw) {
        StringBuilder out = new StringBuilder();
        char quote = 0;
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (quote != 0) {
                if (c == quote) {
                    quote = 0;
                } else if (c == '\\'
                        && quote == '"'
                        && i + 1 < raw.length()
                        && "\"\\$`".indexOf(raw.charAt(i + 1)) >= 0) {
                    out.append(raw.charAt(++i));
                } else {
                    out.append(c);
                }
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (Character.isWhitespace(c) || c == ';' || c == '&' || c == '|') {
                break;
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }
}
