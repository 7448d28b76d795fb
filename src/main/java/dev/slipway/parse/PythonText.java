package dev.slipway.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the assignments of a Python file that is used as configuration: {@code NAME = "value"},
 * {@code app.config["NAME"] = "value"}, and what stands in dictionaries and lists as {@code DATABASES.default.HOST} and
 * {@code HOSTS[0]}. What is no literal is its text: {@code os.environ["X"]}.
 */
final class PythonText {
    private static final Pattern TARGET =
            Pattern.compile("([A-Za-z_][A-Za-z0-9_]{0,80})\\s{0,20}(?::\\s{0,4}[A-Za-z_.\\[\\], ]{1,60})?=(?!=)"
                    + "|[A-Za-z_][A-Za-z0-9_.]{0,60}\\[\\s{0,4}[\"']([A-Za-z0-9_]{1,80})[\"']\\s{0,4}]\\s{0,20}=(?!=)"
                    + "|(?:app|application|conf|c)\\.([A-Za-z_][A-Za-z0-9_.]{0,60})\\s{0,20}=(?!=)");
    private static final int MAX_DEPTH = 12;
    private static final int MAX_ENTRIES = 4000;

    private final String text;
    private final List<ConfigEntry> entries = new ArrayList<>();
    private int at;
    private int line = 1;

    private PythonText(String text) {
        this.text = text;
    }

    static ConfigText parse(String text) {
        PythonText reader = new PythonText(text);
        reader.statements();
        return ConfigText.of(reader.entries);
    }

    private void statements() {
        while (at < text.length() && entries.size() < MAX_ENTRIES) {
            blanks(false);
            Matcher target = TARGET.matcher(text).region(at, Math.min(text.length(), at + 400));
            if (target.lookingAt()) {
                move(target.end());
                blanks(false);
                value(name(target), 0);
            }
            restOfStatement();
        }
    }

    private static String name(Matcher target) {
        for (int group = 1; group <= 3; group++) {
            if (target.group(group) != null) {
                return target.group(group);
            }
        }
        return "";
    }

    /** Moves behind the end of the statement; strings over many lines and open brackets are part of it. */
    private void restOfStatement() {
        int depth = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '#') {
                comment();
            } else if (c == '"' || c == '\'') {
                string();
            } else {
                depth += "([{".indexOf(c) >= 0 ? 1 : ")]}".indexOf(c) >= 0 ? -1 : 0;
                move(at + 1);
                if (c == '\n' && depth <= 0) {
                    return;
                }
            }
        }
    }

    private void value(String key, int depth) {
        int start = line;
        char c = current();
        if (depth > MAX_DEPTH || entries.size() >= MAX_ENTRIES) {
            return;
        }
        if (c == '{') {
            dictionary(key, depth);
        } else if (c == '[' || c == '(') {
            list(key, depth);
        } else {
            String expression = expression();
            entries.add(new ConfigEntry("", key, literal(expression), start));
        }
    }

    private void dictionary(String key, int depth) {
        move(at + 1);
        blanks(true);
        while (at < text.length() && current() != '}' && entries.size() < MAX_ENTRIES) {
            int before = at;
            String name = literal(expression(':'));
            if (current() == ':') {
                move(at + 1);
                blanks(true);
                value(key + "." + name, depth + 1);
            }
            separator();
            if (at == before) {
                return;
            }
        }
        move(at + 1);
    }

    private void list(String key, int depth) {
        move(at + 1);
        blanks(true);
        int index = 0;
        while (at < text.length() && "])".indexOf(current()) < 0 && entries.size() < MAX_ENTRIES) {
            int before = at;
            value(key + "[" + index++ + "]", depth + 1);
            separator();
            if (at == before) {
                return;
            }
        }
        move(at + 1);
    }

    private void separator() {
        blanks(true);
        if (current() == ',') {
            move(at + 1);
        }
        blanks(true);
    }

    private String expression() {
        return expression('\n');
    }

    /** The text to a comma or a bracket that was open before, or to the end of the line outside of brackets. */
    private String expression(char end) {
        int from = at;
        int depth = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (depth == 0 && (c == ',' || ")]}".indexOf(c) >= 0 || c == end || c == '\n' || c == '#')) {
                break;
            }
            if (c == '"' || c == '\'') {
                string();
            } else {
                depth += "([{".indexOf(c) >= 0 ? 1 : ")]}".indexOf(c) >= 0 ? -1 : 0;
                move(at + 1);
            }
        }
        return text.substring(from, Math.min(at, Math.min(text.length(), from + 1000)))
                .strip();
    }

    private static String literal(String expression) {
        int start = 0;
        while (start < 2 && start < expression.length() && Character.isLetter(expression.charAt(start))) {
            start++;
        }
        int last = expression.length() - 1;
        boolean string = last > start
                && (expression.charAt(start) == '"' || expression.charAt(start) == '\'')
                && expression.indexOf(expression.charAt(start), start + 1) == last;
        return string ? expression.substring(start + 1, last) : expression;
    }

    /** Moves behind the string that begins here. */
    private void string() {
        String quote = text.substring(at, at + 1);
        String triple = quote.repeat(3);
        boolean many = text.startsWith(triple, at);
        move(at + (many ? 3 : 1));
        while (at < text.length()) {
            char c = text.charAt(at);
            if (text.startsWith(many ? triple : quote, at)) {
                move(at + (many ? 3 : 1));
                return;
            }
            if (c == '\n' && !many) {
                return;
            }
            move(c == '\\' ? at + 2 : at + 1);
        }
    }

    private void blanks(boolean overLines) {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '#' && overLines) {
                comment();
            } else if (c == ' ' || c == '\t' || c == '\r' || c == '\\' || overLines && c == '\n') {
                move(at + 1);
            } else {
                return;
            }
        }
    }

    private void comment() {
        int end = text.indexOf('\n', at);
        at = end < 0 ? text.length() : end;
    }

    private char current() {
        return at < text.length() ? text.charAt(at) : '\n';
    }

    private void move(int to) {
        int end = Math.min(to, text.length());
        for (int i = at; i < end; i++) {
            line += text.charAt(i) == '\n' ? 1 : 0;
        }
        at = end;
    }
}
