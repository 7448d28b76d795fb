package dev.slipway.schedule;

import dev.slipway.schedule.CronFields.DayRule;
import java.util.List;
import java.util.OptionalInt;

/**
 * Reads cron fields as the two cron libraries of Go do. Both accept what no cron on Linux does ({@code 5/15}, {@code ?}) and
 * refuse what all do (7 for Sunday); they differ in whether a star with a step still counts as a star.
 */
final class GoFields {
    private final boolean steppedStarIsStar;
    private String problem = "";
    private boolean star;

    GoFields(Flavour flavour) {
        this.steppedStarIsStar = flavour == Flavour.GOCRON;
    }

    /** Why the fields were refused; empty if they were not. */
    String problem() {
        return problem;
    }

    /** What six fields, seconds first, mean; without a meaning if there is a problem. */
    CronFields read(List<String> six) {
        long seconds = values(CronField.SECOND, six.get(0));
        long minutes = values(CronField.MINUTE, six.get(1));
        long hours = values(CronField.HOUR, six.get(2));
        star = false;
        long days = values(CronField.DAY, six.get(3));
        boolean dayStar = star;
        long months = values(CronField.MONTH, six.get(4));
        star = false;
        long weekDays = values(CronField.WEEKDAY, six.get(5));
        DayRule rule = dayStar || star ? DayRule.BOTH : DayRule.EITHER;
        return new CronFields(seconds, minutes, hours, days, months, weekDays, rule, false);
    }

    private long values(CronField field, String text) {
        long bits = 0;
        for (String element : text.split(",")) {
            if (!element.isEmpty()) {
                bits |= range(field, element);
            }
        }
        return bits;
    }

    private long range(CronField field, String text) {
        String[] parts = text.split("/", -1);
        String[] ends = parts[0].split("-", -1);
        boolean any = ends[0].equals("*") || ends[0].equals("?");
        if (parts.length > 2 || (!any && ends.length > 2)) {
            return refuse(field, text, parts.length > 2 ? "too many slashes" : "too many hyphens");
        }
        OptionalInt low = any ? OptionalInt.of(field.low) : value(field, ends[0]);
        OptionalInt high = any ? OptionalInt.of(field.high) : value(field, ends[ends.length - 1]);
        OptionalInt step = parts.length == 2 ? number(parts[1]) : OptionalInt.of(1);
        if (low.isEmpty() || high.isEmpty() || step.isEmpty()) {
            return refuse(field, text, "not a number");
        }
        int last = parts.length == 2 && ends.length == 1 ? field.high : high.getAsInt();
        star |= any && (step.getAsInt() <= 1 || steppedStarIsStar);
        return checked(field, text, low.getAsInt(), last, step.getAsInt());
    }

    private long checked(CronField field, String text, int low, int high, int step) {
        if (low < field.low) {
            return refuse(field, text, low + " is below its lowest value " + field.low);
        } else if (high > field.high) {
            String sunday = field == CronField.WEEKDAY && high == 7 ? "; Sunday is 0 here" : "";
            return refuse(field, text, high + " is above its highest value " + field.high + sunday);
        } else if (low > high) {
            return refuse(field, text, "the range begins behind its end");
        } else if (step == 0) {
            return refuse(field, text, steppedStarIsStar ? "a step of 0 hangs goCron's server" : "a step is above 0");
        }
        return CronField.range(low, high, step);
    }

    private static OptionalInt value(CronField field, String text) {
        int named = field.valueOf3(text);
        return named >= 0 ? OptionalInt.of(named) : number(text);
    }

    /** A decimal number as Go reads it: a plus may stand before it. */
    private static OptionalInt number(String text) {
        String digits = text.startsWith("+") ? text.substring(1) : text;
        boolean numeric = !digits.isEmpty()
                && digits.length() <= 18
                && digits.chars().allMatch(c -> LineCursor.isDigit((char) c));
        return numeric
                ? OptionalInt.of((int) Math.min(Long.parseLong(digits), Integer.MAX_VALUE / 2))
                : OptionalInt.empty();
    }

    private long refuse(CronField field, String text, String why) {
        if (problem.isEmpty()) {
            problem = "bad " + field.label + ": \"" + text + "\" (" + why + ")";
        }
        return 0;
    }
}
