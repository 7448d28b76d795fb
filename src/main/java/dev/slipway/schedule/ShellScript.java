package dev.slipway.schedule;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Splits a line of shell into simple commands. It knows quotes, substitutions, operators and redirections, and looks through
 * groups and keywords; it runs and expands nothing.
 */
final class ShellScript {
    private static final Set<String> KEYWORDS = Set.of(
            "if", "then", "else", "elif", "fi", "while", "until", "do", "done", "for", "case", "esac", "{", "}", "!",
            "(", ")");
    private static final int MOST_COMMANDS = 200;

    private final String text;
    private final List<ShellCommand> commands = new ArrayList<>();
    private List<String> words = new ArrayList<>();
    private List<String> assignments = new ArrayList<>();
    private List<String> outputs = new ArrayList<>();
    private List<String> inputs = new ArrayList<>();
    private String before = "";
    private int at;

    private ShellScript(String text) {
        this.text = text;
    }

    static List<ShellCommand> read(String text) {
        ShellScript script = new ShellScript(text);
        script.read();
        return List.copyOf(script.commands);
    }

    private void read() {
        while (at < text.length() && commands.size() < MOST_COMMANDS) {
            char c = text.charAt(at);
            if (c == ' ' || c == '\t' || c == '\r') {
                at++;
            } else if (c == '#') {
                int end = text.indexOf('\n', at);
                at = end < 0 ? text.length() : end;
            } else if (redirects()) {
                redirect();
            } else if (";&|\n()".indexOf(c) >= 0) {
                operator();
            } else {
                add(word());
            }
        }
        end("", false);
    }

    private void add(String word) {
        if (words.isEmpty() && KEYWORDS.contains(word)) {
            before = word;
        } else if (words.isEmpty() && word.matches("(?s)[A-Za-z_][A-Za-z0-9_]*=.*")) {
            assignments.add(word);
        } else {
            words.add(word);
        }
    }

    private void operator() {
        String two = text.substring(at, Math.min(at + 2, text.length()));
        String operator = two.equals("&&") || two.equals("||") || two.equals(";;") || two.equals("|&")
                ? two
                : two.substring(0, 1);
        at += operator.length();
        end(operator.equals("\n") ? ";" : operator, operator.equals("&"));
    }

    private void end(String operator, boolean background) {
        if (!words.isEmpty() || !assignments.isEmpty() || !outputs.isEmpty()) {
            commands.add(new ShellCommand(words, assignments, outputs, inputs, before, background));
            words = new ArrayList<>();
            assignments = new ArrayList<>();
            outputs = new ArrayList<>();
            inputs = new ArrayList<>();
        }
        before = operator;
    }

    /** Whether a redirection begins here: {@code >}, {@code 2>>}, {@code &>}, {@code <}. */
    private boolean redirects() {
        int next = at;
        if (text.charAt(next) == '&' || Character.isDigit(text.charAt(next))) {
            next++;
        }
        return next < text.length()
                && (text.charAt(next) == '>' || (text.charAt(next) == '<' && text.charAt(at) != '&'));
    }

    private void redirect() {
        int start = at;
        while (at < text.length() && "0123456789&<>|".indexOf(text.charAt(at)) >= 0 && at - start < 4) {
            boolean duplicate = text.charAt(at) == '&' && at > start && "<>".indexOf(text.charAt(at - 1)) >= 0;
            at++;
            if (duplicate) {
                word();
                return;
            }
        }
        boolean in = text.substring(start, at).contains("<");
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
            at++;
        }
        String file = word();
        if (!file.isEmpty()) {
            (in ? inputs : outputs).add(file);
        }
    }

    private String word() {
        StringBuilder word = new StringBuilder();
        while (at < text.length() && " \t\r\n;&|()<>".indexOf(text.charAt(at)) < 0) {
            part(word);
        }
        return word.toString();
    }

    private void part(StringBuilder word) {
        char c = text.charAt(at);
        if (c == '\\') {
            word.append(text, Math.min(at + 1, text.length()), Math.min(at + 2, text.length()));
            at += 2;
        } else if (c == '\'') {
            int end = closing('\'', at + 1);
            word.append(text, at + 1, end);
            at = end + 1;
        } else if (c == '"') {
            doubleQuoted(word);
        } else if (c == '`') {
            int end = Math.min(closing('`', at + 1) + 1, text.length());
            word.append(text, at, end);
            at = end;
        } else if (c == '$' && text.startsWith("(", at + 1)) {
            substitution(word);
        } else {
            word.append(c);
            at++;
        }
        at = Math.min(at, text.length());
    }

    private void doubleQuoted(StringBuilder word) {
        at++;
        while (at < text.length() && text.charAt(at) != '"') {
            if (text.startsWith("$(", at)) {
                substitution(word);
                continue;
            }
            boolean escape =
                    text.charAt(at) == '\\' && at + 1 < text.length() && "\"\\$`".indexOf(text.charAt(at + 1)) >= 0;
            at += escape ? 1 : 0;
            word.append(text.charAt(at));
            at++;
        }
        at++;
    }

    /** {@code $( ... )} as it stands, with what is nested in it. */
    private void substitution(StringBuilder word) {
        int start = at;
        int depth = 0;
        while (at < text.length()) {
            char c = text.charAt(at++);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (c == ')' && depth == 0) {
                break;
            }
        }
        word.append(text, start, at);
    }

    private int closing(char quote, int from) {
        int end = text.indexOf(quote, from);
        return end < 0 ? text.length() : end;
    }
}
