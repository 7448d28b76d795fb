package dev.slipway.parse;

import dev.slipway.facts.EvidenceLine;
import dev.slipway.parse.RsyslogStatement.Action;
import dev.slipway.parse.RsyslogStatement.Branch;
import dev.slipway.parse.RsyslogStatement.CallRuleset;
import dev.slipway.parse.RsyslogStatement.Conditional;
import dev.slipway.parse.RsyslogStatement.Configured;
import dev.slipway.parse.RsyslogStatement.Directive;
import dev.slipway.parse.RsyslogStatement.Stop;
import dev.slipway.parse.RsyslogStatement.Unread;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Reads rsyslog's configuration language: the old line form, RainerScript, and both in one file. What never closes ends the file,
 * as it does for rsyslog itself, so that no character is read twice.
 */
final class RsyslogReader {
    /** Braces in braces; real files have three or four. */
    private static final int MAX_DEPTH = 60;

    /** Characters of the conditions before an {@code else} that are shown. */
    private static final int MAX_CONDITION = 200;

    private static final String WORD = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-.";
    private static final List<String> ASSIGNMENTS = List.of("set", "unset", "reset", "call_indirect");

    private final SourceFile file;
    private final TextCursor in;
    private int depth;

    private RsyslogReader(SourceFile file) {
        this.file = file;
        in = TextCursor.joiningLines(file.text());
    }

    /** All statements of a file; what is not understood is {@link Unread}. */
    static List<RsyslogStatement> read(SourceFile file) {
        RsyslogReader reader = new RsyslogReader(file);
        List<RsyslogStatement> all = new ArrayList<>();
        while (!reader.in.atEnd()) {
            all.addAll(reader.statements());
            if (reader.in.peek() == '}') {
                all.add(reader.unreadLine("a brace that nothing opened"));
            }
        }
        return all;
    }

    /** Statements up to a closing brace or the end of the text. */
    private List<RsyslogStatement> statements() {
        List<RsyslogStatement> statements = new ArrayList<>();
        for (skipSpace(); !in.atEnd() && in.peek() != '}'; skipSpace()) {
            if (in.peek() == '&') {
                chain(statements);
            } else {
                statement(false).ifPresent(statements::add);
            }
        }
        return statements;
    }

    /**
     * The next statement; empty if it is understood and of no interest here.
     *
     * @param guarded whether it stands behind a condition, where a word may also be a list of users
     */
    private Optional<RsyslogStatement> statement(boolean guarded) {
        EvidenceLine at = here();
        char c = in.peek();
        if (c == '$' && !guarded) {
            return Optional.of(directive(at));
        }
        if (c == ':' && propertyFilterIsNext()) {
            return Optional.of(conditional(at, propertyFilter()));
        }
        if (c == '*' || Character.isLetter(c) || c == '_') {
            return word(at, guarded);
        }
        if (c == '!' || c == '+' || (c == '-' && Character.isLetter(in.peek(1)))) {
            return Optional.of(unreadLine("BSD style blocks are not supported by rsyslog since version 7"));
        }
        if (isAction(c)) {
            return Optional.of(action(at));
        }
        return Optional.of(unreadLine("not a statement"));
    }

    private Directive directive(EvidenceLine at) {
        in.take('$');
        String name = in.takeWhile(c -> c != ' ' && c != '\t' && c != '\n');
        return new Directive(at, name.toLowerCase(Locale.ROOT), withoutComment(in.takeLine()));
    }

    /** What begins with a letter or an asterisk: a keyword, an object, or a selector and its action. */
    private Optional<RsyslogStatement> word(EvidenceLine at, boolean guarded) {
        String word = in.takeWhile(c -> WORD.indexOf(c) >= 0);
        String keyword = word.toLowerCase(Locale.ROOT);
        if (isSelectorPart(in.peek()) || word.indexOf('.') >= 0) {
            String selector = word + in.takeWhile(c -> !TextCursor.isBlank(c) && c != '\n' && c != '{');
            return Optional.of(selector.indexOf('.') >= 0 ? conditional(at, selector) : bareWord(at, guarded));
        }
        return keyword(at, keyword, guarded);
    }

    private Optional<RsyslogStatement> keyword(EvidenceLine at, String keyword, boolean guarded) {
        if (keyword.equals("if")) {
            return Optional.of(conditions(at));
        }
        if (keyword.equals("foreach")) {
            return Optional.of(loop(at));
        }
        if (keyword.equals("call")) {
            in.skipBlanks();
            return Optional.of(new CallRuleset(at, in.takeWhile(c -> WORD.indexOf(c) >= 0)));
        }
        if (keyword.equals("stop")) {
            return Optional.of(new Stop(at));
        }
        if (keyword.equals("continue")) {
            return Optional.empty();
        }
        if (ASSIGNMENTS.contains(keyword)) {
            return upTo(";").isPresent() ? Optional.empty() : Optional.of(neverClosed(at));
        }
        skipSpace();
        return Optional.of(in.peek() == '(' ? object(at, keyword) : bareWord(at, guarded));
    }

    /** {@code name(key="value" ...)} and, where such an object has one, its body in braces. */
    private RsyslogStatement object(EvidenceLine at, String name) {
        in.take('(');
        Optional<SortedMap<String, List<String>>> parameters = parameters();
        if (parameters.isEmpty()) {
            return neverClosed(at);
        }
        List<RsyslogStatement> body = List.of();
        if (name.equals("ruleset") || name.equals("template")) {
            skipSpace();
            if (in.peek() == '{') {
                body = block(at);
            }
        }
        return new Configured(at, name, parameters.get(), body);
    }

    private Optional<SortedMap<String, List<String>>> parameters() {
        SortedMap<String, List<String>> parameters = new TreeMap<>();
        for (skipSpace(); !in.take(')'); skipSpace()) {
            String name = in.takeWhile(c -> WORD.indexOf(c) >= 0 || c == '$' || c == '!');
            skipSpace();
            boolean assigned = in.take('=');
            skipSpace();
            Optional<List<String>> values = assigned && !name.isEmpty() ? value() : Optional.empty();
            if (values.isEmpty()) {
                return Optional.empty();
            }
            parameters.put(name.toLowerCase(Locale.ROOT), values.get());
            in.take(',');
        }
        return Optional.of(parameters);
    }

    private Optional<List<String>> value() {
        if (!in.take('[')) {
            return single().map(List::of);
        }
        List<String> values = new ArrayList<>();
        for (skipSpace(); !in.take(']'); skipSpace()) {
            Optional<String> value = single();
            if (value.isEmpty()) {
                return Optional.empty();
            }
            values.add(value.get());
            skipSpace();
            in.take(',');
        }
        return Optional.of(values);
    }

    private Optional<String> single() {
        if (isQuote(in.peek())) {
            return in.takeQuoted();
        }
        String bare = in.takeWhile(c -> WORD.indexOf(c) >= 0 || c == '/' || c == ':');
        return bare.isEmpty() ? Optional.empty() : Optional.of(bare);
    }

    /** {@code if A then ... else if B then ... else ...}, as branches with the conditions under which each is reached. */
    private RsyslogStatement conditions(EvidenceLine at) {
        List<Branch> branches = new ArrayList<>();
        String before = "";
        while (true) {
            Optional<String> condition = upTo("then");
            if (condition.isEmpty()) {
                return branches.isEmpty() ? neverClosed(at) : new Conditional(at, branches);
            }
            branches.add(new Branch(before + condition.get(), guarded()));
            before += before.length() > MAX_CONDITION ? "" : "not (" + condition.get() + ") and ";
            skipSpace();
            if (!takeKeyword("else")) {
                return new Conditional(at, branches);
            }
            skipSpace();
            if (!takeKeyword("if")) {
                String last = before.substring(0, before.length() - " and ".length());
                branches.add(new Branch(last, guarded()));
                return new Conditional(at, branches);
            }
        }
    }

    private RsyslogStatement loop(EvidenceLine at) {
        Optional<String> head = upTo("do");
        return head.isEmpty()
                ? neverClosed(at)
                : new Conditional(at, List.of(new Branch("foreach " + head.get(), guarded())));
    }

    private RsyslogStatement conditional(EvidenceLine at, String condition) {
        return new Conditional(at, List.of(new Branch(condition, guarded())));
    }

    /** What stands behind a condition: one statement, or several in braces. */
    private List<RsyslogStatement> guarded() {
        skipSpace();
        EvidenceLine at = here();
        if (in.peek() == '{') {
            return block(at);
        }
        if (in.atEnd() || in.peek() == '}') {
            return List.of(new Unread(at, "a condition without an action"));
        }
        if (depth >= MAX_DEPTH) {
            return List.of(neverClosed(at));
        }
        depth++;
        List<RsyslogStatement> guarded = statement(true).stream().toList();
        depth--;
        return guarded;
    }

    private List<RsyslogStatement> block(EvidenceLine at) {
        in.take('{');
        if (depth >= MAX_DEPTH) {
            return List.of(neverClosed(at));
        }
        depth++;
        List<RsyslogStatement> body = statements();
        depth--;
        if (!in.take('}')) {
            body.add(new Unread(at, "a brace that is never closed"));
        }
        return body;
    }

    /** {@code & action}: one more action for the condition before. */
    private void chain(List<RsyslogStatement> statements) {
        EvidenceLine at = here();
        in.take('&');
        in.skipBlanks();
        List<RsyslogStatement> more = guarded();
        int last = statements.size() - 1;
        if (last >= 0 && statements.get(last) instanceof Conditional before) {
            Branch branch = before.branches().get(before.branches().size() - 1);
            statements.add(new Conditional(at, List.of(new Branch(branch.condition(), more))));
        } else if (last >= 0) {
            statements.addAll(more);
        } else {
            statements.add(new Unread(at, "an action that continues nothing"));
        }
    }

    private RsyslogStatement action(EvidenceLine at) {
        if (in.take('~')) {
            return new Stop(at);
        }
        return new Action(at, withoutComment(in.takeWhile(c -> c != '\n' && c != '}')));
    }

    /** Behind a condition, users who see a message on their terminal: nothing that leaves the host or stays on it. */
    private RsyslogStatement bareWord(EvidenceLine at, boolean guarded) {
        in.takeLine();
        return guarded ? new Action(at, ":omusrmsg:") : new Unread(at, "not a statement");
    }

    private boolean propertyFilterIsNext() {
        int ahead = 1;
        while (WORD.indexOf(in.peek(ahead)) >= 0 || "$! \t".indexOf(in.peek(ahead)) >= 0) {
            ahead++;
        }
        return in.peek(ahead) == ',';
    }

    /** {@code :property, comparison, "value"}, as written. */
    private String propertyFilter() {
        String head = in.takeWhile(c -> c != '"' && c != '\n');
        String value = in.peek() == '"' ? in.takeQuoted().orElse("") : "";
        return head.strip() + (head.endsWith(" ") ? " " : "") + '"' + value + '"';
    }

    /** Everything up to this word, outside of quotes and comments, with single blanks; moves over the word. */
    private Optional<String> upTo(String word) {
        StringBuilder out = new StringBuilder();
        boolean wordBefore = false;
        while (!in.atEnd()) {
            char c = in.peek();
            boolean space = skipSpace();
            if (space) {
                out.append(' ');
                wordBefore = false;
            } else if (isQuote(c)) {
                Optional<String> quoted = in.takeQuoted();
                if (quoted.isEmpty()) {
                    return Optional.empty();
                }
                out.append(c).append(quoted.get()).append(c);
                wordBefore = false;
            } else if (!wordBefore && isKeyword(word)) {
                in.take(word);
                return Optional.of(out.toString().strip());
            } else {
                out.append(in.take());
                wordBefore = WORD.indexOf(c) >= 0;
            }
        }
        return Optional.empty();
    }

    private boolean takeKeyword(String word) {
        return isKeyword(word) && in.take(word);
    }

    private boolean isKeyword(String word) {
        return in.looksAt(word) && (!Character.isLetter(word.charAt(0)) || WORD.indexOf(in.peek(word.length())) < 0);
    }

    /** Moves over white space and comments; says whether there was any. */
    private boolean skipSpace() {
        boolean any = false;
        while (!in.atEnd()) {
            char c = in.peek();
            if (Character.isWhitespace(c)) {
                in.skipSpace();
            } else if (c == '#') {
                in.takeLine();
            } else if (c == '/' && in.peek(1) == '*') {
                in.take("/*");
                while (!in.atEnd() && !in.take("*/")) {
                    in.take();
                }
            } else {
                return any;
            }
            any = true;
        }
        return any;
    }

    private EvidenceLine here() {
        return file.at(in.line());
    }

    private Unread unreadLine(String reason) {
        Unread unread = new Unread(here(), reason);
        in.takeLine();
        return unread;
    }

    private Unread neverClosed(EvidenceLine at) {
        in.takeRest();
        return new Unread(at, "not closed or not understood; the rest of the file is not read");
    }

    private static String withoutComment(String text) {
        char quote = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                i += c == '\\' ? 1 : 0;
                quote = c == quote ? 0 : quote;
            } else if (c == '"') {
                quote = c;
            } else if (c == '#' && (i == 0 || TextCursor.isBlank(text.charAt(i - 1)))) {
                return text.substring(0, i).strip();
            }
        }
        return text.strip();
    }

    private static boolean isAction(char c) {
        return "/-@|^?~>:.$".indexOf(c) >= 0;
    }

    private static boolean isSelectorPart(char c) {
        return c == '*' || c == ',' || c == ';';
    }

    private static boolean isQuote(char c) {
        return c == '"' || c == '\'' || c == '`';
    }
}
