package dev.slipway.evidence;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Secrets that are named: {@code db.password=..}, {@code --token ..}, {@code <password>..</password>}, and so on. */
final class KeyedSecrets {
    private static final int MOST_KEY = 160;
    private static final int LOOK_BACK = 48;
    private static final Pattern NAMES_A_VALUE = Pattern.compile(
            "(?i)(?:name|key|param|property|variable)[\"'\\\\]{0,2}\\s{0,8}(?:=>|[=:>])\\s{0,8}[\"'\\\\]{0,2}$");
    private static final Pattern VALUE_OF_NAME = Pattern.compile("[\"'\\\\]{0,2}\\s{0,200}+(?:"
            + "</[\\w:.-]{1,40}>\\s{0,200}<[\\w:.-]{0,30}?[vV]alue(?:\\s[^<>]{0,100})?>"
            + "|[^<>{}\\n]{0,200}?\\b[vV]alue[\"'\\\\]{0,2}\\s{0,8}(?:=>|[=:])\\s{0,8}"
            + "|,?\\s{0,200}+[\"'-]?\\s{0,4}[vV]alue[\"'\\\\]{0,2}\\s{0,8}(?:=>|[=:])\\s{0,8}"
            + "|[^<>\\n]{0,200}?>\\s{0,200}(?:<value>)?)");

    private final SecretForms forms;
    private final SecretNames names;
    private final SecretValue values;
    private final WordAutomaton triggers;

    KeyedSecrets(SecretForms forms, SecretValue values) {
        this.forms = forms;
        this.names = new SecretNames(forms);
        this.values = values;
        this.triggers = new WordAutomaton(
                forms.keys().stream().map(KeyedSecrets::lastWord).distinct().toList(), true);
    }

    private static String lastWord(SecretForms.Key key) {
        return key.word().substring(key.word().lastIndexOf(' ') + 1);
    }

    /** Finds them all in an item's text. */
    void find(String item, String text, Consumer<Span> spans) {
        Search search = new Search(item, text, spans);
        triggers.search(text, search::at);
    }

    /** What a name alone says, as that of a variable whose value was not read. */
    Optional<Span> named(String name) {
        if (forms.variables().contains(name)) {
            return Optional.empty();
        }
        return names.meaning(KeyName.of(name))
                .filter(meaning -> !meaning.key().odd())
                .map(meaning -> new Span(0, 0, name, meaning.key().kind()));
    }

    /** One text while it is searched. */
    private final class Search {
        private final String item;
        private final String text;
        private final ValueText value;
        private final Consumer<Span> spans;
        private int done;

        Search(String item, String text, Consumer<Span> spans) {
            this.item = item;
            this.text = text;
            this.value = new ValueText(text);
            this.spans = spans;
        }

        /** Looks at the name in which a trigger was found; a name is looked at once, so that the time stays linear. */
        void at(int from, int to, int word) {
            if (from < done) {
                return;
            }
            int start = from;
            while (start > 0 && from - start < MOST_KEY && start > done && isKeyPart(text.charAt(start - 1))) {
                start--;
            }
            int end = to;
            while (end < text.length() && end - to < MOST_KEY && isKeyPart(text.charAt(end))) {
                end++;
            }
            done = end;
            KeyName name = KeyName.of(text.substring(start, end));
            int keyStart = start;
            int keyEnd = end;
            names.meaning(name).ifPresent(meaning -> look(name, meaning, keyStart, keyEnd));
        }

        private void look(KeyName name, SecretNames.Meaning meaning, int start, int end) {
            valueRange(name, start, end)
                    .filter(range -> !range.isEmpty())
                    .filter(range -> values.isSecret(text.substring(range.from(), range.to()), meaning, item))
                    .ifPresent(range -> {
                        spans.accept(new Span(
                                range.from(),
                                range.to(),
                                name.text(),
                                meaning.key().kind()));
                        // What is in a secret is part of it; to look there again would take time that grows with the
                        // square.
                        done = Math.max(done, range.to());
                    });
        }

        private Optional<ValueText.Range> valueRange(KeyName name, int start, int end) {
            char before = value.charAt(start - 1);
            if (before == '<' && value.charAt(end) == '>') {
                return Optional.of(value.element(end + 1));
            }
            if (before == '/' && value.charAt(start - 2) == '<') {
                return Optional.empty();
            }
            if (NAMES_A_VALUE
                    .matcher(text)
                    .region(Math.max(0, start - LOOK_BACK), start)
                    .find()) {
                Optional<ValueText.Range> other = valueOfName(end);
                if (other.isPresent()) {
                    return other;
                }
            }
            int at = end;
            while (at - end < 4 && "\"'])\\".indexOf(value.charAt(at)) >= 0) {
                at++;
            }
            boolean closed = at > end;
            int separator = skipBlanks(at);
            int from = behindSeparator(separator, closed, start);
            if (from > 0) {
                return Optional.of(assigned(start, separator, from));
            }
            return closed || separator == at && value.charAt(at) != '\0'
                    ? Optional.empty()
                    : spoken(name, start, value.charAt(at) == '\0' ? at + 1 : separator);
        }

        private Optional<ValueText.Range> valueOfName(int end) {
            Matcher matcher = VALUE_OF_NAME.matcher(text).region(end, Math.min(text.length(), end + 800));
            if (!matcher.lookingAt()) {
                return Optional.empty();
            }
            char last = text.charAt(matcher.end() - 1);
            boolean markup = matcher.group().contains(">") && !matcher.group().contains("=>");
            return Optional.of(
                    markup || last == '>' && value.charAt(matcher.end() - 2) != '='
                            ? value.element(matcher.end())
                            : value.word(matcher.end()));
        }

        /** The index behind {@code =}, {@code :}, {@code =>} or, in a call, the comma; 0 if none stands there. */
        private int behindSeparator(int at, boolean closed, int start) {
            char c = value.charAt(at);
            char next = value.charAt(at + 1);
            if (c == '=') {
                return next == '=' || next == '~' ? 0 : skipBlanks(next == '>' ? at + 2 : at + 1);
            }
            if (c == ':') {
                return next == ':' || next == '/' && value.charAt(at + 2) == '/'
                        ? 0
                        : skipBlanks(next == '=' ? at + 2 : at + 1);
            }
            if ((c == '?' || c == '+') && next == '=') {
                return skipBlanks(at + 2);
            }
            if (c == ',' && closed && isFirstArgument(start)) {
                int from = skipBlanks(at + 1);
                return value.charAt(from) == '"' || value.charAt(from) == '\'' ? from : 0;
            }
            return 0;
        }

        /** Whether only a quote and blanks stand between a name and the parenthesis before it. */
        private boolean isFirstArgument(int start) {
            int at = start - 2;
            while (start - at < 20 && value.charAt(at) == ' ') {
                at--;
            }
            return value.charAt(at) == '(';
        }

        /** A value that stands alone on its line may have blanks in it; one among others ends at a blank. */
        private ValueText.Range assigned(int start, int separator, int from) {
            boolean spaced = from > separator + 1 || separator > 0 && text.charAt(separator - 1) <= ' ';
            return isFirstOnLine(start) && (spaced || isListOfSettings()) ? value.line(from) : value.word(from);
        }

        private boolean isListOfSettings() {
            String name = item.toLowerCase(Locale.ROOT);
            return List.of(".properties", ".ini", ".cnf", ".yml", ".yaml").stream()
                    .anyMatch(name::endsWith);
        }

        private boolean isFirstOnLine(int start) {
            for (int i = start - 1; start - i < 40; i--) {
                char c = value.charAt(i);
                if (c == '\n') {
                    return true;
                }
                if (c > ' ' && "\"'-$;#".indexOf(c) < 0) {
                    return false;
                }
            }
            return false;
        }

        /** A value behind a blank: that of an option, or of a directive. */
        private Optional<ValueText.Range> spoken(KeyName name, int start, int at) {
            char c = value.charAt(at);
            if (c == '-' && value.charAt(at + 1) == '-' || "\n=|([".indexOf(c) >= 0 && !value.isMark(at)) {
                return Optional.empty();
            }
            if (name.option()) {
                return name.beginsWith(forms.flags()) || c == '-' || isShortOption(start)
                        ? Optional.empty()
                        : Optional.of(value.word(at));
            }
            if (!forms.directives().contains(name.text().toLowerCase(Locale.ROOT))) {
                return Optional.empty();
            }
            ValueText.Range range = value.word(at);
            String word = text.substring(range.from(), range.to());
            boolean directive = isFirstOnLine(start) && !isComment(start) || value.charAt(start - 1) == '{';
            return directive || values.isUnlikeWord(word) || word.equals(Redactor.MARK)
                    ? Optional.of(trimmed(range))
                    : Optional.empty();
        }

        /** Whether the text before a name on its line is the mark of a comment, behind which sentences stand too. */
        private boolean isComment(int start) {
            int at = start - 1;
            while (start - at < 20 && value.charAt(at) == ' ') {
                at--;
            }
            return value.charAt(at) == '#' || value.charAt(at) == ';';
        }

        /** Whether a letter with its value joined to it stands there, as in {@code -pRootPw}, and not the name of an option. */
        private boolean isShortOption(int start) {
            return value.charAt(start + 1) != '-' && !Character.isLowerCase(value.charAt(start + 2));
        }

        private ValueText.Range trimmed(ValueText.Range range) {
            int to = range.to();
            while (to > range.from() && text.charAt(to - 1) == ';') {
                to--;
            }
            return new ValueText.Range(range.from(), to);
        }

        private int skipBlanks(int from) {
            int at = from;
            while (at - from < 80 && (value.charAt(at) == ' ' || value.charAt(at) == '\t')) {
                at++;
            }
            return at;
        }
    }

    private static boolean isKeyPart(char c) {
        return c < 128 && (Character.isLetterOrDigit(c) || c == '_' || c == '.' || c == '-');
    }
}
