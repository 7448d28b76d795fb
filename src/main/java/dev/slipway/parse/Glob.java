package dev.slipway.parse;

import java.util.ArrayList;
import java.util.List;

/**
 * A file name pattern of the shell: {@code *} and {@code ?} do not match a slash, {@code **} as a whole part matches any number of
 * parts, {@code [a-z]} and {@code [!a-z]} match one character, {@code {a,b}} one of the words. A backslash takes the meaning of the
 * character behind it. Time to match grows with the product of the lengths, never faster.
 */
final class Glob {
    private static final int MAX_ALTERNATIVES = 64;

    /** Longest name that Linux has; a longer one fits nothing. */
    private static final int MAX_PART = 255;

    private static final char DEPTHS = '\uE000';

    private final List<List<String>> alternatives;

    private Glob(List<List<String>> alternatives) {
        this.alternatives = alternatives;
    }

    static Glob of(String pattern) {
        return new Glob(expandBraces(pattern).stream().map(Glob::parts).toList());
    }

    /** Whether a path needs no pattern: nothing in it has a meaning of its own. */
    static boolean isLiteral(String path) {
        return path.chars().noneMatch(c -> "*?[{\\".indexOf(c) >= 0);
    }

    /**
     * Whether a path fits. The path may itself have asterisks, of a narrower pattern; they count as ordinary characters, so
     * {@code /var/log/*.log} takes in {@code /var/log/access.*.log}.
     */
    boolean matches(String path) {
        List<String> parts = parts(path);
        return alternatives.stream().anyMatch(pattern -> matches(pattern, parts));
    }

    /** Wildcards over the parts, {@code **} being the asterisk. */
    private static boolean matches(List<String> pattern, List<String> path) {
        boolean[] reached = new boolean[path.size() + 1];
        reached[0] = true;
        for (String part : pattern) {
            boolean[] next = new boolean[path.size() + 1];
            boolean any = part.equals(String.valueOf(DEPTHS));
            for (int i = 0; i <= path.size(); i++) {
                boolean stays = any && reached[i];
                boolean goesOn = i > 0 && (any ? next[i - 1] : reached[i - 1] && partMatches(part, path.get(i - 1)));
                next[i] = stays || goesOn;
            }
            reached = next;
        }
        return reached[path.size()];
    }

    /** The classic walk with one point of return: each asterisk gives up one more character when the rest does not fit. */
    private static boolean partMatches(String pattern, String text) {
        if (pattern.length() > MAX_PART || text.length() > MAX_PART) {
            return pattern.equals(text);
        }
        int p = 0;
        int t = 0;
        int star = -1;
        int mark = 0;
        while (t < text.length()) {
            int width = p < pattern.length() ? width(pattern, p) : 0;
            if (p < pattern.length() && pattern.charAt(p) == '*') {
                star = p++;
                mark = t;
            } else if (width > 0 && oneMatches(pattern, p, width, text.charAt(t))) {
                p += width;
                t++;
            } else if (star >= 0) {
                p = star + 1;
                t = ++mark;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == '*') {
            p++;
        }
        return p == pattern.length();
    }

    /** How many characters of the pattern stand for one of the text. */
    private static int width(String pattern, int at) {
        char c = pattern.charAt(at);
        if (c == '\\' && at + 1 < pattern.length()) {
            return 2;
        }
        int close = c == '[' && at + 2 < pattern.length() ? pattern.indexOf(']', at + 2) : -1;
        return close > 0 ? close - at + 1 : 1;
    }

    private static boolean oneMatches(String pattern, int at, int width, char c) {
        char first = pattern.charAt(at);
        if (width == 1) {
            return first == '?' || first == c;
        }
        if (first == '\\') {
            return pattern.charAt(at + 1) == c;
        }
        char second = pattern.charAt(at + 1);
        boolean negated = second == '!' || second == '^';
        return inClass(pattern.substring(at + (negated ? 2 : 1), at + width - 1), c) != negated;
    }

    private static boolean inClass(String members, char c) {
        for (int i = 0; i < members.length(); i++) {
            boolean range = i + 2 < members.length() && members.charAt(i + 1) == '-';
            if (range ? members.charAt(i) <= c && c <= members.charAt(i + 2) : members.charAt(i) == c) {
                return true;
            }
            i += range ? 2 : 0;
        }
        return false;
    }

    private static List<String> parts(String path) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', from)) {
            addPart(parts, path.substring(from, slash));
            from = slash + 1;
        }
        addPart(parts, path.substring(from));
        return parts;
    }

    private static void addPart(List<String> parts, String part) {
        if (part.equals("**")) {
            parts.add(String.valueOf(DEPTHS));
        } else if (!part.isEmpty() || parts.isEmpty()) {
            parts.add(part);
        }
    }

    /** The patterns that the braces stand for; with too many of them the braces are taken literally. */
    private static List<String> expandBraces(String pattern) {
        List<String> open = new ArrayList<>(List.of(pattern));
        List<String> done = new ArrayList<>();
        while (!open.isEmpty()) {
            String next = open.remove(open.size() - 1);
            int from = next.lastIndexOf('{');
            int to = from < 0 ? -1 : next.indexOf('}', from);
            String[] words =
                    to < 0 ? new String[0] : next.substring(from + 1, to).split(",", MAX_ALTERNATIVES + 1);
            if (words.length < 2) {
                done.add(next);
            } else if (words.length + open.size() + done.size() > MAX_ALTERNATIVES) {
                return List.of(pattern);
            } else {
                for (String word : words) {
                    open.add(next.substring(0, from) + word + next.substring(to + 1));
                }
            }
        }
        return done;
    }
}
