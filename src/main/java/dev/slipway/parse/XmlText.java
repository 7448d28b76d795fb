package dev.slipway.parse;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Reads XML as it is found on hosts: cut in the middle, with an end tag that is missing, with a bare ampersand. It never resolves
 * anything from outside, expands only plain internal entities, and takes linear time; what a strict parser would refuse becomes a
 * problem with its line, and the rest is read.
 */
final class XmlText {
    private static final int MAX_DEPTH = 100;
    private static final int MAX_ENTITY_LENGTH = 1024;
    private static final int MAX_NAME_LENGTH = 64;
    private static final int MAX_PROBLEMS = 100;

    private final String text;
    private final Deque<Open> open = new ArrayDeque<>();
    private final SortedMap<String, String> entities = new TreeMap<>();
    private final List<Problem> problems = new ArrayList<>();
    private int at;
    private int countedTo;
    private int line = 1;

    private XmlText(String text) {
        this.text = text;
    }

    /**
     * An XML text.
     *
     * @param root holds the elements of the text that have no parent; it has no name
     * @param problems why something of it may be missing
     */
    record Document(XmlElement root, List<Problem> problems) {
        Document {
            problems = List.copyOf(problems);
        }
    }

    /** Something that a strict parser would refuse. */
    record Problem(int line, String reason) {}

    /** An element whose end tag has not come yet. */
    private record Open(
            String name,
            SortedMap<String, String> attributes,
            int line,
            StringBuilder text,
            List<XmlElement> children) {
        static Open of(String name, SortedMap<String, String> attributes, int line) {
            return new Open(name, attributes, line, new StringBuilder(), new ArrayList<>());
        }

        XmlElement close() {
            return new XmlElement(name, attributes, text.toString().strip(), children, line);
        }
    }

    static Document parse(String text) {
        XmlText reader = new XmlText(text);
        reader.open.push(Open.of("", new TreeMap<>(), 1));
        reader.readAll();
        while (reader.open.size() > 1) {
            reader.problem(reader.top().line, "<" + reader.top().name + "> is not closed");
            reader.closeTop();
        }
        return new Document(reader.top().close(), reader.problems);
    }

    private void readAll() {
        while (at < text.length()) {
            int next = text.indexOf('<', at);
            int until = next < 0 ? text.length() : next;
            top().text.append(decode(text.substring(at, until)));
            at = until;
            if (next >= 0) {
                readMarkup();
            }
        }
    }

    private void readMarkup() {
        if (text.startsWith("<!--", at)) {
            skipTo("-->", "the comment is not closed");
        } else if (text.startsWith("<![CDATA[", at)) {
            int from = at + "<![CDATA[".length();
            boolean closed = skipTo("]]>", "the CDATA section is not closed");
            top().text.append(text, from, closed ? at - "]]>".length() : at);
        } else if (text.startsWith("<?", at)) {
            skipTo("?>", "the processing instruction is not closed");
        } else if (text.startsWith("<!", at)) {
            readDeclaration();
        } else if (text.startsWith("</", at)) {
            readEndTag();
        } else if (at + 1 < text.length() && isNameStart(text.charAt(at + 1))) {
            readStartTag();
        } else {
            problem(line(), "'<' stands for itself");
            top().text.append('<');
            at++;
        }
    }

    /** Moves behind the end of what began here, or to the end of the text if that is missing. */
    private boolean skipTo(String end, String reasonIfMissing) {
        int found = text.indexOf(end, at);
        if (found < 0) {
            problem(line(), reasonIfMissing);
        }
        at = found < 0 ? text.length() : found + end.length();
        return found >= 0;
    }

    /** Moves over a DOCTYPE and remembers the plain entities of its internal part. */
    private void readDeclaration() {
        int depth = 0;
        int start = line();
        while (at < text.length()) {
            char c = text.charAt(at);
            if (text.startsWith("<!--", at)) {
                skipTo("-->", "the comment is not closed");
                continue;
            }
            if (c == '"' || c == '\'') {
                int close = text.indexOf(c, at + 1);
                at = close < 0 ? text.length() : close + 1;
                continue;
            }
            if (text.startsWith("<!ENTITY", at)) {
                readEntity();
            }
            depth += c == '<' ? 1 : c == '>' ? -1 : 0;
            at++;
            if (depth == 0) {
                return;
            }
        }
        problem(start, "the declaration is not closed");
    }

    private void readEntity() {
        int end = indexOf('>', at, 2 * MAX_ENTITY_LENGTH);
        List<String> words =
                end < 0 ? List.of() : List.of(text.substring(at, end).split("\\s+", 3));
        if (words.size() < 3 || words.get(1).equals("%")) {
            return;
        }
        String value = words.get(2).strip();
        if (value.startsWith("SYSTEM") || value.startsWith("PUBLIC")) {
            problem(line(), "the entity " + words.get(1) + " lies in another file, which was not read");
        } else if (value.length() >= 2 && value.length() <= MAX_ENTITY_LENGTH && value.indexOf('&') < 0) {
            entities.put(words.get(1), value.substring(1, value.length() - 1));
        }
    }

    private void readEndTag() {
        int end = text.indexOf('>', at);
        String name = text.substring(at + 2, end < 0 ? text.length() : end).strip();
        if (open.stream().anyMatch(element -> element.name.equals(name)) && !name.isEmpty()) {
            while (!top().name.equals(name)) {
                problem(top().line, "<" + top().name + "> is not closed");
                closeTop();
            }
            closeTop();
        } else {
            problem(line(), "</" + name + "> closes nothing");
        }
        at = end < 0 ? text.length() : end + 1;
    }

    private void readStartTag() {
        int start = line();
        int nameEnd = at + 1;
        while (nameEnd < text.length() && isName(text.charAt(nameEnd))) {
            nameEnd++;
        }
        String name = text.substring(at + 1, nameEnd);
        at = nameEnd;
        SortedMap<String, String> attributes = new TreeMap<>();
        while (readAttribute(attributes)) {}
        boolean empty = text.startsWith("/>", at);
        if (!empty && !text.startsWith(">", at)) {
            problem(start, "the tag <" + name + "> is not closed");
            if (at >= text.length()) {
                return;
            }
        } else {
            at += empty ? 2 : 1;
        }
        open.push(Open.of(name, attributes, start));
        if (empty || open.size() > MAX_DEPTH) {
            closeTop();
        }
    }

    /** Reads an attribute, if one is next; stands at the end of the tag, or where it is broken, if none is. */
    private boolean readAttribute(SortedMap<String, String> attributes) {
        skipSpace();
        if (at >= text.length() || text.charAt(at) == '>' || text.charAt(at) == '<' || text.startsWith("/>", at)) {
            return false;
        }
        int nameEnd = at;
        while (nameEnd < text.length() && isName(text.charAt(nameEnd))) {
            nameEnd++;
        }
        if (nameEnd == at) {
            at++;
            return true;
        }
        String name = text.substring(at, nameEnd);
        at = nameEnd;
        skipSpace();
        if (!text.startsWith("=", at)) {
            return true;
        }
        at++;
        skipSpace();
        return readValue(name, attributes);
    }

    private boolean readValue(String name, SortedMap<String, String> attributes) {
        char quote = at < text.length() ? text.charAt(at) : 0;
        int from = at;
        if (quote == '"' || quote == '\'') {
            int close = text.indexOf(quote, at + 1);
            at = close < 0 ? text.length() : close + 1;
            if (close >= 0) {
                attributes.put(name, decode(text.substring(from + 1, close)));
            }
            return close >= 0;
        }
        while (at < text.length() && " \t\r\n<>/".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        attributes.put(name, decode(text.substring(from, at)));
        return true;
    }

    private void closeTop() {
        XmlElement element = open.pop().close();
        top().children.add(element);
    }

    private Open top() {
        return open.getFirst();
    }

    private void skipSpace() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    /** The line of the place that is read now. */
    private int line() {
        for (; countedTo < at; countedTo++) {
            line += text.charAt(countedTo) == '\n' ? 1 : 0;
        }
        return line;
    }

    private void problem(int atLine, String reason) {
        if (problems.size() < MAX_PROBLEMS) {
            problems.add(new Problem(atLine, reason));
        }
    }

    /** Where this character stands in the next so many; -1 if it does not. */
    private int indexOf(char c, int from, int within) {
        int until = Math.min(text.length(), from + within);
        for (int i = from; i < until; i++) {
            if (text.charAt(i) == c) {
                return i;
            }
        }
        return -1;
    }

    private String decode(String raw) {
        if (raw.indexOf('&') < 0) {
            return raw;
        }
        StringBuilder out = new StringBuilder();
        int from = 0;
        for (int amp = raw.indexOf('&'); amp >= 0; amp = raw.indexOf('&', from)) {
            int end = raw.substring(amp, Math.min(raw.length(), amp + MAX_NAME_LENGTH))
                            .indexOf(';')
                    + amp;
            String name = end < amp ? "" : raw.substring(amp + 1, end);
            String value = entity(name);
            out.append(raw, from, amp).append(value.isEmpty() ? "&" : value);
            from = value.isEmpty() ? amp + 1 : end + 1;
        }
        return out.append(raw.substring(from)).toString();
    }

    /** What an entity stands for; empty if that is not known. */
    private String entity(String name) {
        return switch (name) {
            case "lt" -> "<";
            case "gt" -> ">";
            case "amp" -> "&";
            case "quot" -> "\"";
            case "apos" -> "'";
            default -> name.startsWith("#") ? character(name.substring(1)) : entities.getOrDefault(name, "");
        };
    }

    private static String character(String number) {
        boolean hex = number.startsWith("x") || number.startsWith("X");
        String digits = hex ? number.substring(1) : number;
        if (!digits.matches(hex ? "[0-9a-fA-F]{1,6}" : "[0-9]{1,7}")) {
            return "";
        }
        int code = Integer.parseInt(digits, hex ? 16 : 10);
        return Character.isValidCodePoint(code) && code > 0 ? Character.toString(code) : "";
    }

    private static boolean isNameStart(char c) {
        return Character.isLetter(c) || c == '_' || c == ':';
    }

    private static boolean isName(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == ':' || c == '-' || c == '.';
    }
}
