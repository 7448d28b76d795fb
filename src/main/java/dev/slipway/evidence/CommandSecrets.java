package dev.slipway.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Secrets in the options of programs that give these no telling name: {@code mysqldump -pSECRET}. */
final class CommandSecrets {
    private static final int MOST_WORDS = 400;

    private final List<SecretForms.Command> byTrigger = new ArrayList<>();
    private final WordAutomaton triggers;
    private final SecretValue values;

    CommandSecrets(SecretForms forms, SecretValue values) {
        this.values = values;
        TreeMap<String, SecretForms.Command> byName = new TreeMap<>();
        forms.commands().forEach(command -> command.names().forEach(name -> byName.put(name, command)));
        byTrigger.addAll(byName.values());
        this.triggers = new WordAutomaton(new ArrayList<>(byName.keySet()), false);
    }

    void find(String text, Consumer<Span> spans) {
        Search search = new Search(text, spans);
        triggers.search(text, search::at);
    }

    /** One text while it is searched. */
    private final class Search {
        private final String text;
        private final ValueText value;
        private final Consumer<Span> spans;
        private final int[] done = new int[byTrigger.size()];

        Search(String text, Consumer<Span> spans) {
            this.text = text;
            this.value = new ValueText(text);
            this.spans = spans;
        }

        /** Looks at the words behind a program's name, those of one command once. */
        void at(int from, int to, int word) {
            if (from < done[word] || isWordPart(value.charAt(from - 1)) || !isWordEnd(value.charAt(to))) {
                return;
            }
            SecretForms.Command command = byTrigger.get(word);
            List<ValueText.Range> words = words(from);
            done[word] = words.get(words.size() - 1).to();
            boolean counts = command.after().isEmpty();
            for (int i = 0; i < words.size(); i++) {
                String option = in(words.get(i));
                counts |= command.after().contains(option);
                if (counts) {
                    Optional<ValueText.Range> next =
                            i + 1 < words.size() ? Optional.of(words.get(i + 1)) : Optional.empty();
                    look(command, option, words.get(i), next);
                }
                if (command.last().contains(option)) {
                    hide(option, words.get(words.size() - 1));
                }
            }
        }

        private void look(
                SecretForms.Command command, String option, ValueText.Range at, Optional<ValueText.Range> next) {
            next.ifPresent(range -> {
                if (command.next().contains(option) && !in(range).startsWith("-")) {
                    hide(option, range);
                } else if (command.colon().contains(option)) {
                    behind(':', option, range);
                } else if (command.percent().contains(option)) {
                    behind('%', option, range);
                } else if (command.comma().contains(option)) {
                    behind(',', option, range);
                }
            });
            for (String prefix : command.attached()) {
                if (option.startsWith(prefix)
                        && option.length() > prefix.length()
                        && option.charAt(0) != option.charAt(1)) {
                    hide(prefix, unquoted(new ValueText.Range(at.from() + prefix.length(), at.to())));
                    return;
                }
            }
            for (String prefix : command.colonAttached()) {
                if (option.startsWith(prefix) && option.length() > prefix.length()) {
                    behind(':', prefix, unquoted(new ValueText.Range(at.from() + prefix.length(), at.to())));
                    return;
                }
            }
        }

        private void behind(char separator, String option, ValueText.Range range) {
            int at = in(range).indexOf(separator);
            if (at >= 0 && !in(range).contains("://")) {
                hide(option, new ValueText.Range(range.from() + at + 1, range.to()));
            }
        }

        private void hide(String option, ValueText.Range range) {
            if (!range.isEmpty() && !values.isPlaceholder(in(range))
                    || in(range).equals(Redactor.MARK)) {
                spans.accept(new Span(range.from(), range.to(), option, "password"));
            }
        }

        private String in(ValueText.Range range) {
            return text.substring(range.from(), range.to());
        }

        private ValueText.Range unquoted(ValueText.Range range) {
            boolean quoted = range.to() - range.from() >= 2
                    && (text.charAt(range.from()) == '"' || text.charAt(range.from()) == '\'')
                    && text.charAt(range.to() - 1) == text.charAt(range.from());
            return quoted ? new ValueText.Range(range.from() + 1, range.to() - 1) : range;
        }

        /** The words from an index to the end of the command, without the quotes around them. */
        private List<ValueText.Range> words(int start) {
            List<ValueText.Range> words = new ArrayList<>();
            int at = start;
            while (words.size() < MOST_WORDS && at < text.length() && at - start < ValueText.MOST) {
                char c = text.charAt(at);
                if (c == '\\' && value.charAt(at + 1) == '\n') {
                    at += 2;
                } else if (c == '\n' || c == '|' || c == ';' || c == '&' && value.charAt(at + 1) == '&') {
                    break;
                } else if (value.isMark(at)) {
                    words.add(value.word(at));
                    at = words.get(words.size() - 1).to();
                } else if (c <= ' ' || c == ',' || c == '[' || c == ']') {
                    at++;
                } else {
                    int end = wordEnd(at);
                    words.add(unquoted(new ValueText.Range(at, end)));
                    at = Math.max(end, at + 1);
                }
            }
            return words;
        }

        private int wordEnd(int at) {
            char quote = 0;
            int i = at;
            int limit = Math.min(text.length(), at + ValueText.MOST);
            for (; i < limit; i++) {
                char c = text.charAt(i);
                if (c == '\n' || c == '\0') {
                    return i;
                }
                if (quote != 0) {
                    quote = c == quote ? 0 : quote;
                } else if (c == '"' || c == '\'') {
                    quote = c;
                } else if (c <= ' ' || c == '|' || c == ';' || c == ')' || c == '`' || c == '<' || c == '>') {
                    return i;
                }
            }
            return i;
        }
    }

    private static boolean isWordPart(char c) {
        return Character.isLetterOrDigit(c) || c == '-' || c == '_' || c == '.';
    }

    private static boolean isWordEnd(char c) {
        return c <= ' ' || c == '"' || c == '\'' || c == ',';
    }
}
