package dev.slipway.evidence;

import java.util.List;
import java.util.Locale;

/**
 * The name of a setting, as words: {@code -Ddb.rootPassword} is {@code db root password}.
 *
 * @param text without the dashes of an option
 * @param words in lower case, with a blank before, between and behind them
 * @param option whether it was written as an option
 */
record KeyName(String text, String words, boolean option) {

    static KeyName of(String written) {
        String text = written;
        boolean option = text.startsWith("-");
        if (text.startsWith("-D")) {
            text = text.substring(2);
        }
        int start = 0;
        int end = text.length();
        while (start < end && (text.charAt(start) == '-' || text.charAt(start) == '.')) {
            start++;
        }
        while (end > start && (text.charAt(end - 1) == '-' || text.charAt(end - 1) == '.')) {
            end--;
        }
        text = text.substring(start, end);
        return new KeyName(text, split(text), option);
    }

    private static String split(String text) {
        StringBuilder words = new StringBuilder(" ");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Character.isLetterOrDigit(c)) {
                blank(words);
                continue;
            }
            if (i > 0 && beginsWord(text, i)) {
                blank(words);
            }
            words.append(c);
        }
        blank(words);
        return words.toString().toLowerCase(Locale.ROOT);
    }

    /** An upper case letter behind a lower case one, the last upper case one of several, a digit behind a letter. */
    private static boolean beginsWord(String text, int i) {
        char before = text.charAt(i - 1);
        char c = text.charAt(i);
        if (Character.isUpperCase(c)) {
            return Character.isLowerCase(before)
                    || Character.isUpperCase(before)
                            && i + 1 < text.length()
                            && Character.isLowerCase(text.charAt(i + 1));
        }
        return Character.isDigit(c) && Character.isLetter(before);
    }

    private static void blank(StringBuilder words) {
        if (words.charAt(words.length() - 1) != ' ') {
            words.append(' ');
        }
    }

    boolean has(List<String> phrases) {
        return phrases.stream().anyMatch(phrase -> words.contains(" " + phrase + " "));
    }

    /** Whether the first word is one of these. */
    boolean beginsWith(List<String> flags) {
        return flags.stream().anyMatch(flag -> words.startsWith(" " + flag + " "));
    }
}
