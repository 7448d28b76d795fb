package dev.slipway.workload;

import java.util.regex.Pattern;

/**
 * A pattern for names and command lines: {@code *} is any text, {@code ?} any character, everything else is meant as it stands.
 *
 * @param text as written: {@code php-fpm*}
 */
record NamePattern(String text, Pattern expression) {

    static NamePattern of(String text) {
        StringBuilder expression = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            expression.append(c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(String.valueOf(c)));
        }
        return new NamePattern(text, Pattern.compile(expression.toString(), Pattern.DOTALL));
    }

    boolean matches(String name) {
        return expression.matcher(name).matches();
    }
}
