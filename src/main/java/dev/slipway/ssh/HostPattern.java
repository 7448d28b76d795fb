package dev.slipway.ssh;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The first field of a line of known_hosts: names with the wildcards {@code *} and {@code ?}, separated by commas, those with
 * {@code !} before them excluded whatever else matches.
 */
final class HostPattern implements HostNames {
    private final List<String> patterns;

    HostPattern(String field) {
        this.patterns = Arrays.stream(field.split(","))
                .map(pattern -> pattern.toLowerCase(Locale.ROOT))
                .filter(pattern -> !pattern.isEmpty())
                .toList();
    }

    /** Whether it is a plain list of names, which can be looked up instead of matched. */
    boolean isPlain() {
        return patterns.stream().noneMatch(pattern -> pattern.matches(".*[*?!].*"));
    }

    List<String> names() {
        return patterns;
    }

    @Override
    public boolean matches(String name) {
        boolean excluded =
                patterns.stream().anyMatch(pattern -> pattern.startsWith("!") && matches(pattern.substring(1), name));
        return !excluded && patterns.stream().anyMatch(pattern -> !pattern.startsWith("!") && matches(pattern, name));
    }

    /** Greedy with one step back: linear in practice and never exponential. */
    private static boolean matches(String pattern, String name) {
        int p = 0;
        int n = 0;
        int star = -1;
        int starName = 0;
        while (n < name.length()) {
            if (p < pattern.length() && pattern.charAt(p) == '*') {
                star = p++;
                starName = n;
            } else if (p < pattern.length() && (pattern.charAt(p) == '?' || pattern.charAt(p) == name.charAt(n))) {
                p++;
                n++;
            } else if (star >= 0) {
                p = star + 1;
                n = ++starName;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == '*') {
            p++;
        }
        return p == pattern.length();
    }
}
