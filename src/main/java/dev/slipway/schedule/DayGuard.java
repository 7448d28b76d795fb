package dev.slipway.schedule;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Lines of shell that let a command go on only on certain days; they work with the date of GNU and of BusyBox. */
final class DayGuard {
    private final String zone;

    /** @param zone zone whose days count; the image needs its time zone data */
    DayGuard(String zone) {
        this.zone = zone;
    }

    String monthDays(long bits) {
        return line("date +%d", days(bits, 1, 31, "%02d"));
    }

    /** Monday is 1 and Sunday 7 for date. */
    String weekDays(long bits) {
        long mondayFirst = (bits & ~1L) | (bits & 1) << 7;
        return line("date +%u", days(mondayFirst, 1, 7, "%d"));
    }

    /** The day that is so many days before the first of the next month. */
    String fromEnd(long bits) {
        List<String> tests = IntStream.rangeClosed(1, 31)
                .filter(day -> CronFields.bit(bits, day))
                .mapToObj(day -> "[ \"$(" + zone() + "date -d @$(( $(date +%s) + " + day + " * 86400 )) +%d)\" = 01 ]")
                .toList();
        return String.join(" || ", tests) + " || exit 0";
    }

    private String line(String date, String days) {
        return "case \"$(" + zone() + date + ")\" in " + days + ") ;; *) exit 0 ;; esac";
    }

    private String zone() {
        return zone.isEmpty() ? "" : "TZ=" + zone + " ";
    }

    private static String days(long bits, int low, int high, String format) {
        return IntStream.rangeClosed(low, high)
                .filter(day -> CronFields.bit(bits, day))
                .mapToObj(day -> String.format(Locale.ROOT, format, day))
                .collect(Collectors.joining("|"));
    }
}
