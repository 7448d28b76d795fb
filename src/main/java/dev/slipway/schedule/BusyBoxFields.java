package dev.slipway.schedule;

import dev.slipway.schedule.CronFields.DayRule;

/**
 * Reads the five fields as BusyBox crond does. What it cannot read it complains of, and then runs the line by what it had read
 * until there: {@code 7} for Sunday is refused and yet sets every day of the week.
 */
final class BusyBoxFields {
    private static final long ALL_DAYS_AND_DAY_0 = 0xffff_ffffL;

    private String defect = "";

    /** What crond complains of; empty if it does not. */
    String defect() {
        return defect;
    }

    CronFields read(String minute, String hour, String day, String month, String weekDay) {
        long minutes = values(new Values(CronField.MINUTE, minute, 60, 0));
        long hours = values(new Values(CronField.HOUR, hour, 24, 0));
        long days = values(new Values(CronField.DAY, day, 32, 0));
        long months = values(new Values(CronField.MONTH, month, 12, 1)) << 1;
        long weekDays = values(new Values(CronField.WEEKDAY, weekDay, 7, 0));
        boolean allDays = days == ALL_DAYS_AND_DAY_0; // a star sets day 0 too, 1-31 does not
        boolean allWeekDays = weekDays == CronField.WEEKDAY.all();
        if (allDays != allWeekDays) {
            days = allDays ? 0 : days;
            weekDays = allWeekDays ? 0 : weekDays;
        }
        return new CronFields(1, minutes, hours, days & CronField.DAY.all(), months, weekDays, DayRule.EITHER, false);
    }

    private long values(Values values) {
        if (!values.read() && defect.isEmpty()) {
            defect = "parse error at " + values.text;
        }
        return values.bits;
    }

    /** The list of one field; counting goes round: {@code 22-2} is 22, 23, 0, 1, 2. */
    static final class Values {
        private static final int MOST_STEPS = 1023;
        private static final int UNSET = -1;

        private final CronField field;
        private final String text;
        private final int size;
        private final int offset;
        private int at;
        private int first;
        private int last;
        private long bits;

        Values(CronField field, String text, int size, int offset) {
            this.field = field;
            this.text = text;
            this.size = size;
            this.offset = offset;
        }

        /** Whether all of it was understood; what was is in {@code bits} anyway. */
        boolean read() {
            do {
                if (!readRange() || !fill(step())) {
                    return false;
                }
            } while (skip(','));
            return at >= text.length();
        }

        /** What was read, from the lowest value on. */
        long bits() {
            return bits;
        }

        private boolean readRange() {
            first = UNSET;
            last = UNSET;
            do {
                if (skip('*')) {
                    first = 0;
                    last = size - 1;
                } else if (!readValue()) {
                    return false;
                }
            } while (last == UNSET && skip('-'));
            last = last == UNSET ? first : last;
            return true;
        }

        private boolean readValue() {
            int value;
            String name = text.substring(at, Math.min(at + 3, text.length()));
            if (LineCursor.isDigit(current())) {
                value = number() - offset;
            } else if (field.hasNames() && field.valueOf3(name) >= 0) {
                value = field.valueOf3(name) - field.low;
                at += name.length();
            } else {
                return false;
            }
            if (value < 0) {
                return false;
            }
            last = first == UNSET ? UNSET : value;
            first = first == UNSET ? value : first;
            return true;
        }

        private int step() {
            return skip('/') ? number() : 1;
        }

        private int number() {
            int value = 0;
            while (LineCursor.isDigit(current())) {
                value = Math.min(value * 10 + current() - '0', 99_999_999);
                at++;
            }
            return value;
        }

        /** Steps from the first value to the last, round the clock; crond gives up if it never gets there. */
        private boolean fill(int step) {
            int countdown = 1;
            for (int i = 0; i < MOST_STEPS; i++) {
                int value = (first + i) % size;
                countdown--;
                if (countdown == 0) {
                    bits |= 1L << value;
                    countdown = step;
                }
                if (value == last) {
                    return true;
                }
            }
            return false;
        }

        private boolean skip(char c) {
            if (current() != c) {
                return false;
            }
            at++;
            return true;
        }

        private char current() {
            return at < text.length() ? text.charAt(at) : 0;
        }
    }
}
