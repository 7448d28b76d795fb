package dev.slipway.evidence;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * The secrets that were found anywhere on a host, to be found again where nothing tells that they are any: as a bare argument,
 * in a log, encoded for a URL or with base64.
 */
final class KnownSecrets {
    private static final int MOST = 5000;
    private static final int LONGEST = 512;

    private final SecretValue values;
    private final SortedMap<String, Span> found = new TreeMap<>();

    KnownSecrets(SecretValue values) {
        this.values = values;
    }

    /** Remembers a secret if it can be told from other text. */
    void add(String text, Span span) {
        String value = span.in(text);
        if (found.size() < MOST && value.length() <= LONGEST) {
            for (String plain : plain(value)) {
                if (values.isUnmistakable(plain)) {
                    found.putIfAbsent(plain, span);
                }
            }
        }
    }

    /** A value as it was written, and as it reads without its escapes. */
    private static SortedSet<String> plain(String value) {
        SortedSet<String> forms = new TreeSet<>(List.of(value));
        if (value.contains("&")) {
            forms.add(value.replace("&lt;", "<")
                    .replace("&gt;", ">")
                    .replace("&quot;", "\"")
                    .replace("&apos;", "'")
                    .replace("&amp;", "&"));
        }
        if (value.contains("\\")) {
            forms.add(value.replaceAll("\\\\(.)", "$1"));
        }
        if (value.contains("%")) {
            try {
                forms.add(URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8));
            } catch (IllegalArgumentException notEncoded) {
                forms.add(value);
            }
        }
        return forms;
    }

    /** Searches a text for all of them. */
    Search search() {
        return new Search();
    }

    /** What is looked for, ready for many texts. */
    final class Search {
        private final List<String> words = new ArrayList<>();
        private final List<Span> origins = new ArrayList<>();
        private final List<Boolean> encoded = new ArrayList<>();
        private final WordAutomaton automaton;

        Search() {
            SortedMap<String, Span> spelt = new TreeMap<>();
            SortedMap<String, Span> base64 = new TreeMap<>();
            found.forEach((value, span) -> {
                spellings(value).forEach(form -> spelt.putIfAbsent(form, span));
                base64(value).forEach(form -> base64.putIfAbsent(form, span));
            });
            spelt.forEach((word, span) -> add(word, span, false));
            base64.forEach((word, span) -> add(word, span, true));
            automaton = new WordAutomaton(words, false);
        }

        private void add(String word, Span span, boolean isBase64) {
            words.add(word);
            origins.add(span);
            encoded.add(isBase64);
        }

        void find(String text, Consumer<Span> spans) {
            if (words.isEmpty()) {
                return;
            }
            int[] end = {0};
            automaton.search(text, (from, to, word) -> {
                Span origin = origins.get(word);
                if (encoded.get(word)) {
                    int stop = Math.max(to, end[0]);
                    Span whole = new Span(runStart(text, from), runEnd(text, stop), origin.name(), origin.kind());
                    end[0] = whole.to();
                    spans.accept(whole);
                } else if (stands(text, from, to, words.get(word))) {
                    spans.accept(new Span(from, to, origin.name(), origin.kind()));
                }
            });
        }

        /** The name of a setting, or nothing if a secret is in it: a name is not redacted, it is told. */
        String withoutSecrets(String name) {
            List<Span> inside = new ArrayList<>();
            find(name, inside::add);
            return inside.isEmpty() ? name : "";
        }

        private boolean stands(String text, int from, int to, String word) {
            return values.isUnmistakableInside(word) || !isWordPart(text, from - 1) && !isWordPart(text, to);
        }
    }

    private static SortedSet<String> spellings(String value) {
        SortedSet<String> forms = new TreeSet<>(List.of(value));
        String url = URLEncoder.encode(value, StandardCharsets.UTF_8);
        forms.add(url);
        forms.add(url.replace("+", "%20"));
        forms.add(value.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;"));
        forms.add(value.replace("\\", "\\\\").replace("\"", "\\\""));
        forms.add(value.replace("%", "\\%"));
        return forms;
    }

    /** How base64 spells a value, at each of the three places where it can begin; without what its neighbours decide. */
    private static SortedSet<String> base64(String value) {
        SortedSet<String> forms = new TreeSet<>();
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        for (int shift = 0; shift < 3; shift++) {
            byte[] shifted = new byte[shift + bytes.length];
            Arrays.fill(shifted, (byte) 'x');
            System.arraycopy(bytes, 0, shifted, shift, bytes.length);
            int first = (shift * 8 + 5) / 6;
            int last = shifted.length * 8 / 6;
            if (last - first >= 7) {
                forms.add(Base64.getEncoder().encodeToString(shifted).substring(first, last));
                forms.add(Base64.getUrlEncoder().encodeToString(shifted).substring(first, last));
            }
        }
        return forms;
    }

    private static int runStart(String text, int from) {
        int start = from;
        while (start > 0 && from - start < LONGEST && isBase64(text.charAt(start - 1))) {
            start--;
        }
        return start;
    }

    private static int runEnd(String text, int to) {
        int end = to;
        while (end < text.length() && end - to < LONGEST && (isBase64(text.charAt(end)) || text.charAt(end) == '=')) {
            end++;
        }
        return end;
    }

    private static boolean isBase64(char c) {
        return c < 128 && (Character.isLetterOrDigit(c) || c == '+' || c == '/' || c == '-' || c == '_');
    }

    private static boolean isWordPart(String text, int at) {
        return at >= 0 && at < text.length() && Character.isLetterOrDigit(text.charAt(at));
    }
}
