package dev.slipway.evidence;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Tells values that are secrets from those that only stand where a secret could. */
final class SecretValue {
    private static final Pattern PLACEHOLDER = Pattern.compile(
            "\\$\\{.*|\\$\\(.*|\\$(?!\\w{1,10}\\$)[A-Za-z_0-9@*#?!-].{0,200}|`.*|\\{\\{.*|#\\{.*|%\\{.*"
                    + "|@[A-Za-z0-9_.-]+@|%[A-Za-z0-9_]+%|%\\(\\w+\\)s|%[sdr]|<[^<>]{0,80}>|\\[[A-Za-z_ -]+]|\\{[A-Za-z_.]*}|:[a-z_]+|[\\[({]+|\\?",
            Pattern.DOTALL);
    private static final Pattern MASK = Pattern.compile("[*xX.#_-]+|\\.\\.\\.");
    private static final Pattern NUMBER = Pattern.compile("[-+]?\\d+(\\.\\d+)?[a-z]{0,2}");
    private static final Pattern REFERENCE =
            Pattern.compile("(?:file|env|vault|https?|ldaps?|classpath|secretsmanager|ssm|arn):.*");
    private static final Pattern PATH = Pattern.compile("(?:~|\\.{1,2})?(?:/[A-Za-z0-9_.@%+-]+)+/?");
    private static final Pattern HOST = Pattern.compile("(?:[A-Za-z0-9-]+\\.)+(?:[a-z]{2,10}|\\d{1,3})(?::\\d+)?");
    private static final Pattern CALL = Pattern.compile("[A-Za-z_][\\w.>-]*[(\\[].*", Pattern.DOTALL);
    private static final Pattern CODE =
            Pattern.compile(".*\\.(?:py|php|js|ts|mjs|cjs|rb|java|jsp|groovy|gradle|pl|pm|inc|lua|go)");
    private static final int ODD_LENGTH = 8;

    private static final int LONGEST_PLACEHOLDER = 512;

    private final SecretForms forms;

    SecretValue(SecretForms forms) {
        this.forms = forms;
    }

    /** Whether a value behind the name of a secret is one. */
    boolean isSecret(String value, SecretNames.Meaning meaning, String item) {
        if (value.equals(Redactor.MARK)) {
            return true;
        }
        if (isPlaceholder(value) || value.length() <= LONGEST_PLACEHOLDER && isReference(value)) {
            return false;
        }
        if (CODE.matcher(item).matches() && CALL.matcher(value).matches()) {
            return false;
        }
        if (meaning.key().odd()) {
            return isOdd(value);
        }
        if (meaning.key().option() && !hasDigitAndLetter(value)) {
            return false;
        }
        return meaning.exact() || !NUMBER.matcher(value).matches();
    }

    /** Whether it is empty, stands for a value that comes from elsewhere, or says yes or no. */
    boolean isPlaceholder(String value) {
        return value.length() <= LONGEST_PLACEHOLDER && isShortPlaceholder(value);
    }

    private boolean isShortPlaceholder(String value) {
        return value.isBlank()
                || PLACEHOLDER.matcher(value).matches()
                || MASK.matcher(value).matches()
                || List.of(value.toLowerCase(Locale.ROOT).split(" +", 9)).stream()
                        .allMatch(forms.harmless()::contains);
    }

    /** Whether it is the path of a file that may hold the secret. */
    boolean isReference(String value) {
        if (REFERENCE.matcher(value).matches()) {
            return true;
        }
        return isPath(value);
    }

    private boolean isPath(String value) {
        if (!PATH.matcher(value).matches()) {
            return false;
        }
        if (!value.startsWith("/")) {
            return true;
        }
        int end = value.indexOf('/', 1);
        return forms.directories().contains(value.substring(1, end < 0 ? value.length() : end));
    }

    /** Whether it looks chosen by a machine: long, letters and digits mixed. */
    boolean isOdd(String value) {
        return value.length() >= ODD_LENGTH
                && hasDigitAndLetter(value)
                && value.indexOf(' ') < 0
                && !NUMBER.matcher(value).matches()
                && !isPath(value)
                && !HOST.matcher(value).matches();
    }

    /** Whether it mixes letters with digits or signs in a way that words of a sentence do not. */
    boolean isUnlikeWord(String value) {
        return hasDigitAndLetter(value) || value.chars().anyMatch(c -> "!$%&*+=?@^~#".indexOf(c) >= 0);
    }

    private static boolean hasDigitAndLetter(String value) {
        return value.chars().anyMatch(Character::isDigit) && value.chars().anyMatch(Character::isLetter);
    }

    /**
     * Whether it may be looked for on the whole host: nothing else there is likely to be spelt so.
     */
    boolean isUnmistakable(String value) {
        if (value.length() < 6 || value.contains(Redactor.MARK) || value.indexOf('\n') >= 0 || isPlaceholder(value)) {
            return false;
        }
        if (NUMBER.matcher(value).matches()
                || value.contains("://")
                || isReference(value)
                || HOST.matcher(value).matches()) {
            return false;
        }
        String letters = value.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "");
        boolean common =
                List.of(letters, value.toLowerCase(Locale.ROOT)).stream().anyMatch(forms.common()::contains);
        return !common && (isUnlikeWord(value) && letters.length() > 0 || isLongOrMixed(value));
    }

    /** Whether a word of letters alone is unlike any in a text: upper case inside, or a dash, or very long. */
    private static boolean isLongOrMixed(String value) {
        boolean mixed = value.length() >= 8
                && value.chars().skip(1).anyMatch(Character::isUpperCase)
                && value.chars().anyMatch(Character::isLowerCase);
        return mixed || value.length() >= 14;
    }

    /** Whether it is found inside of longer words too. */
    boolean isUnmistakableInside(String value) {
        return value.length() >= 7 && isUnlikeWord(value) && !value.matches("[A-Za-z][a-z]+\\d{1,4}");
    }
}
