package dev.slipway.parse;

import java.util.ArrayList;
import java.util.List;

/** Reads the format of {@code java.util.Properties}; a comment {@code #---} begins a new document, as Spring Boot has it. */
final class PropertiesText {
    private final List<ConfigEntry> entries = new ArrayList<>();
    private int document;

    private PropertiesText() {}

    static ConfigText parse(String text) {
        PropertiesText reader = new PropertiesText();
        String[] lines = text.split("\r?\n|\r", -1);
        int first = 0;
        while (first < lines.length) {
            int last = first;
            boolean comment = isComment(lines[first].strip());
            StringBuilder logical = new StringBuilder(lines[first].strip());
            while (!comment && continues(logical) && last + 1 < lines.length) {
                last++;
                logical.setLength(logical.length() - 1);
                logical.append(lines[last].stripLeading());
            }
            reader.read(logical.toString(), first + 1);
            first = last + 1;
        }
        return ConfigText.of(reader.entries);
    }

    private void read(String line, int number) {
        if (line.equals("#---") || line.equals("!---")) {
            document++;
        } else if (!line.isEmpty() && !isComment(line)) {
            int keyEnd = keyEnd(line);
            int valueStart = valueStart(line, keyEnd);
            entries.add(new ConfigEntry(
                    String.valueOf(document),
                    unescape(line.substring(0, keyEnd)),
                    unescape(line.substring(valueStart)),
                    number));
        }
    }

    private static boolean isComment(String line) {
        return line.startsWith("#") || line.startsWith("!");
    }

    /** Whether the line ends in an odd number of backslashes. */
    private static boolean continues(CharSequence line) {
        int slashes = 0;
        while (slashes < line.length() && line.charAt(line.length() - 1 - slashes) == '\\') {
            slashes++;
        }
        return slashes % 2 == 1;
    }

    private static int keyEnd(String line) {
        int i = 0;
        while (i < line.length() && "=: \t\f".indexOf(line.charAt(i)) < 0) {
            i += line.charAt(i) == '\\' ? 2 : 1;
        }
        return Math.min(i, line.length());
    }

    private static int valueStart(String line, int keyEnd) {
        int i = skipBlanks(line, keyEnd);
        if (i < line.length() && (line.charAt(i) == '=' || line.charAt(i) == ':')) {
            i = skipBlanks(line, i + 1);
        }
        return i;
    }

    private static int skipBlanks(String line, int from) {
        int i = from;
        while (i < line.length() && " \t\f".indexOf(line.charAt(i)) >= 0) {
            i++;
        }
        return i;
    }

    private static String unescape(String raw) {
        if (raw.indexOf('\\') < 0) {
            return raw;
        }
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c != '\\' || i + 1 == raw.length()) {
                out.append(c);
                continue;
            }
            char escaped = raw.charAt(++i);
            if (escaped == 'u'
                    && raw.substring(i + 1).length() >= 4
                    && raw.substring(i + 1, i + 5).matches("[0-9a-fA-F]{4}")) {
                out.append((char) Integer.parseInt(raw.substring(i + 1, i + 5), 16));
                i += 4;
            } else {
                out.append(
                        switch (escaped) {
                            case 't' -> '\t';
                            case 'n' -> '\n';
                            case 'r' -> '\r';
                            case 'f' -> '\f';
                            default -> escaped;
                        });
            }
        }
        return out.toString();
    }
}
