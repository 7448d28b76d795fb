package dev.slipway.schedule;

import java.util.OptionalInt;

/**
 * Reads the fields of a line as Debian's cron and cronie do. Both descend from Vixie cron and differ in what they forgive:
 * Debian's passes over anything behind a number, cronie wraps a range that ends in 0 and knows {@code ~}.
 */
final class VixieFields {
    private static final int SUNDAY_TOO = 7;
    private static final int MOST_DIGITS = 18;

    private final LineCursor cursor;
    private final Flavour flavour;
    private final int seed;
    private boolean random;
    private String problem = "";

    /**
     * @param seed stands in for the random number that cronie draws for {@code ~} when it starts
     */
    VixieFields(LineCursor cursor, Flavour flavour, int seed) {
        this.cursor = cursor;
        this.flavour = flavour;
        this.seed = seed;
    }

    /** Why the last field was refused; empty if it was not. */
    String problem() {
        return problem;
    }

    /** Whether a field leaves the choice to crond. */
    boolean random() {
        return random;
    }

    /** The next field's values as bits, with Sunday as 0; -1 if it is refused. The cursor then stands on what follows. */
    long next(CronField field) {
        int start = cursor.position();
        long bits = list(field);
        if (bits < 0) {
            cursor.skipNonBlanks();
            String text = cursor.between(start, cursor.position());
            problem = "bad " + field.label + (text.isEmpty() ? ": there is none" : ": \"" + text + "\"") + detail();
            return -1;
        }
        cursor.skipNonBlanks();
        cursor.skipBlanks();
        boolean sunday = field == CronField.WEEKDAY && CronFields.bit(bits, SUNDAY_TOO);
        return sunday ? (bits | 1) & CronField.WEEKDAY.all() : bits;
    }

    private String detail() {
        return problem.isEmpty() ? "" : " (" + problem + ")";
    }

    private long list(CronField field) {
        long bits = 0;
        while (true) {
            long range = flavour == Flavour.DEBIAN ? debianRange(field) : cronieRange(field);
            if (range < 0) {
                return -1;
            }
            bits |= range;
            if (cursor.current() != ',') {
                return bits;
            }
            cursor.advance();
        }
    }

    private long debianRange(CronField field) {
        int low = field.low;
        int high = highest(field);
        if (cursor.current() == '*') {
            cursor.advance();
        } else {
            OptionalInt first = number(field);
            if (first.isEmpty()) {
                return -1;
            }
            low = first.getAsInt();
            high = low;
            if (cursor.current() == '/') {
                return refuse("a step needs a range before it");
            } else if (cursor.current() != '-') {
                return outside(low, field) ? refuse(low + " is not a value of it") : 1L << low;
            }
            cursor.advance();
            OptionalInt last = number(field);
            if (last.isEmpty()) {
                return -1;
            }
            high = last.getAsInt();
        }
        int step = step();
        if (step <= 0 || outside(low, field) || outside(high, field)) {
            return refuse(step <= 0 ? "a step is a number above 0" : low + "-" + high + " is outside of its values");
        }
        return CronField.range(low, high, step);
    }

    private long cronieRange(CronField field) {
        int low = field.low;
        int high = highest(field);
        int step = 1;
        if (cursor.current() == '*') {
            cursor.advance();
            step = step();
        } else if (cursor.current() == '~') {
            return cronieRandom(field, low);
        } else {
            OptionalInt first = number(field);
            if (first.isEmpty()) {
                return -1;
            }
            low = first.getAsInt();
            high = low;
            if (cursor.current() == '~') {
                return cronieRandom(field, low);
            } else if (cursor.current() == '-') {
                cursor.advance();
                OptionalInt last = number(field);
                if (last.isEmpty()) {
                    return -1;
                }
                high = last.getAsInt();
                if (cursor.current() != '/' && low > high && high == 0) {
                    high = SUNDAY_TOO;
                }
                step = step();
            }
        }
        if (step <= 0) {
            return refuse("a step is a number above 0");
        }
        return separated() ? elements(field, low, high, step) : -1;
    }

    /** One value between low and what follows; crond draws it when it starts, here it depends on the line alone. */
    private long cronieRandom(CronField field, int low) {
        cursor.advance();
        int high = highest(field);
        if (!isSeparator(cursor.current())) {
            OptionalInt last = number(field);
            if (last.isEmpty()) {
                return -1;
            }
            high = last.getAsInt();
        }
        if (low > high) {
            return refuse("nothing lies between " + low + " and " + high);
        }
        random = true;
        int value = low + Math.floorMod(seed, high - low + 1);
        return separated() ? elements(field, value, value, 1) : -1;
    }

    private boolean separated() {
        if (isSeparator(cursor.current())) {
            return true;
        }
        refuse("'" + cursor.current() + "' is not expected here");
        return false;
    }

    private long elements(CronField field, int low, int high, int step) {
        long bits = 0;
        for (long value = low; value <= high; value += step) {
            if (outside((int) value, field)) {
                return refuse(value + " is not a value of it");
            }
            bits |= 1L << value;
        }
        return bits;
    }

    /** The step behind a range: 1 if there is none, 0 if it is no number. */
    private int step() {
        if (cursor.current() != '/') {
            return 1;
        }
        cursor.advance();
        String digits = cursor.alphanumerics();
        return isNumber(digits) ? toInt(digits) : 0;
    }

    private OptionalInt number(CronField field) {
        String word = cursor.alphanumerics();
        int named = field.valueOf3(word);
        if (named >= 0) {
            return OptionalInt.of(named);
        } else if (isNumber(word)) {
            return OptionalInt.of(toInt(word));
        }
        refuse(
                word.isEmpty()
                        ? "a number is missing"
                        : "\"" + word + "\" is neither a number nor a name that it knows");
        return OptionalInt.empty();
    }

    private long refuse(String why) {
        problem = why;
        return -1;
    }

    private static boolean isSeparator(char c) {
        return LineCursor.isBlank(c) || c == ',' || c == '\n';
    }

    private static boolean isNumber(String word) {
        return !word.isEmpty() && word.chars().allMatch(c -> LineCursor.isDigit((char) c));
    }

    /** As C reads it: a number that is too big keeps its lowest 32 bits. */
    private static int toInt(String digits) {
        String significant = digits.replaceFirst("^0+(?=.)", "");
        return significant.length() > MOST_DIGITS ? -1 : (int) Long.parseLong(significant);
    }

    private static int highest(CronField field) {
        return field == CronField.WEEKDAY ? SUNDAY_TOO : field.high;
    }

    private static boolean outside(int value, CronField field) {
        return value < field.low || value > highest(field);
    }
}
