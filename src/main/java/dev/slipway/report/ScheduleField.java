package dev.slipway.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A field of a schedule as it is told in words.
 *
 * @param star whether its text begins with a star
 * @param step distance between values of a field that begins with a star and has one; else 0
 * @param values all its values in order; empty if all of them are meant
 */
record ScheduleField(boolean star, int step, List<Integer> values) {
    private static final Pattern ITEM = Pattern.compile("(\\*|[0-9a-z]+)(?:-([0-9a-z]+))?(?:/(\\d{1,2}))?");
    private static final List<String> MONTHS =
            List.of("", "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final List<String> DAYS = List.of("sun", "mon", "tue", "wed", "thu", "fri", "sat", "sun");

    ScheduleField {
        values = List.copyOf(values);
    }

    /** The field, or nothing if it is not of the common form; then it is better shown as it is than told wrongly. */
    static Optional<ScheduleField> read(String text, int low, int high) {
        SortedSet<Integer> values = new TreeSet<>();
        for (String item : text.toLowerCase(Locale.ROOT).split(",", -1)) {
            Matcher parts = ITEM.matcher(item);
            if (!parts.matches() || !addTo(values, parts, low, high)) {
                return Optional.empty();
            }
        }
        Matcher whole = ITEM.matcher(text);
        boolean star = text.startsWith("*");
        int step = star && whole.matches() && whole.group(3) != null ? Integer.parseInt(whole.group(3)) : 0;
        boolean all = values.size() == high - low + 1;
        return Optional.of(new ScheduleField(star, step > 1 ? step : 0, all ? List.of() : List.copyOf(values)));
    }

    private static boolean addTo(SortedSet<Integer> values, Matcher parts, int low, int high) {
        boolean star = parts.group(1).equals("*");
        int from = star ? low : number(parts.group(1), high);
        int to = star ? high : from;
        if (parts.group(2) != null) {
            to = number(parts.group(2), high);
        }
        int step = parts.group(3) == null ? 1 : Integer.parseInt(parts.group(3));
        boolean loneStep = !star && parts.group(2) == null && parts.group(3) != null;
        if (from < low || to < from || to > most(high) || step < 1 || loneStep) {
            return false;
        }
        for (int value = from; value <= to; value += step) {
            values.add(high == 6 ? value % 7 : value);
        }
        return true;
    }

    /** Sunday may be 7. */
    private static int most(int high) {
        return high == 6 ? 7 : high;
    }

    private static int number(String text, int high) {
        if (text.chars().allMatch(Character::isDigit)) {
            return text.length() > 2 ? -1 : Integer.parseInt(text);
        }
        return high == 12 ? MONTHS.indexOf(text) : high == 6 ? DAYS.indexOf(text) : -1;
    }

    boolean any() {
        return values.isEmpty();
    }

    boolean single() {
        return values.size() == 1;
    }

    /** Whether it is three or more values without a gap. */
    boolean range() {
        return values.size() > 2 && values.get(values.size() - 1) - values.get(0) == values.size() - 1;
    }

    int first() {
        return values.get(0);
    }

    int last() {
        return values.get(values.size() - 1);
    }

    List<String> padded() {
        List<String> texts = new ArrayList<>();
        values.forEach(value -> texts.add(String.format(Locale.ROOT, "%02d", value)));
        return texts;
    }
}
