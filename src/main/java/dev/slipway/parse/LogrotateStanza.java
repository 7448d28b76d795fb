package dev.slipway.parse;

import dev.slipway.facts.EvidenceLine;
import dev.slipway.facts.Fact;
import java.util.List;

/**
 * What logrotate does with some files.
 *
 * @param patterns paths and patterns of files, as written
 * @param settings what is in force for them
 * @param at where it begins; its item is the file that holds it
 */
record LogrotateStanza(List<String> patterns, Settings settings, EvidenceLine at) {

    LogrotateStanza {
        patterns = List.copyOf(patterns);
    }

    /**
     * What is in force in a stanza, or outside of all for those that follow.
     *
     * @param intervalDays days between rotations; 0 for hours; only of effect if no size is set
     * @param count how many old files are kept; negative if all are
     * @param size {@code 50M} if files are rotated when they are that big, whenever that is; else empty
     * @param maxAgeDays age at which old files are deleted; 0 if age does not matter
     * @param copyTruncate whether a file is copied and emptied instead of renamed
     * @param script whether a command runs after it
     * @param user {@code su} as written; empty if none
     * @param oldFolder where old files go; empty for the same folder
     */
    record Settings(
            int intervalDays,
            int count,
            String size,
            int maxAgeDays,
            boolean copyTruncate,
            boolean script,
            String user,
            String oldFolder) {
        static final Settings DEFAULTS = new Settings(7, 0, "", 0, false, false, "", "");

        /** These settings with one more in force. */
        Settings with(String keyword, String value) {
            return switch (keyword) {
                case "hourly" -> interval(0);
                case "daily" -> interval(1);
                case "weekly" -> interval(7);
                case "monthly" -> interval(30);
                case "yearly" -> interval(365);
                case "rotate" ->
                    new Settings(
                            intervalDays,
                            number(value, count),
                            size,
                            maxAgeDays,
                            copyTruncate,
                            script,
                            user,
                            oldFolder);
                case "size" ->
                    new Settings(intervalDays, count, value, maxAgeDays, copyTruncate, script, user, oldFolder);
                case "maxage" ->
                    new Settings(
                            intervalDays,
                            count,
                            size,
                            number(value, maxAgeDays),
                            copyTruncate,
                            script,
                            user,
                            oldFolder);
                case "copytruncate" -> truncating(true);
                case "nocopytruncate" -> truncating(false);
                case "postrotate", "prerotate", "firstaction", "lastaction" ->
                    new Settings(intervalDays, count, size, maxAgeDays, copyTruncate, true, user, oldFolder);
                case "su" ->
                    new Settings(intervalDays, count, size, maxAgeDays, copyTruncate, script, value, oldFolder);
                case "olddir" -> new Settings(intervalDays, count, size, maxAgeDays, copyTruncate, script, user, value);
                default -> this;
            };
        }

        private Settings interval(int days) {
            return new Settings(days, count, "", maxAgeDays, copyTruncate, script, user, oldFolder);
        }

        private Settings truncating(boolean truncating) {
            return new Settings(intervalDays, count, size, maxAgeDays, truncating, script, user, oldFolder);
        }

        private static int number(String text, int otherwise) {
            return text.matches("-?[0-9]{1,6}") ? Integer.parseInt(text) : otherwise;
        }
    }

    /** How many days of old files there are. */
    Fact<Integer> keptDays() {
        int byCount = Math.max(1, settings.count * Math.max(1, settings.intervalDays));
        if (settings.maxAgeDays > 0) {
            boolean countIsSooner = settings.size.isEmpty() && settings.count > 0 && byCount < settings.maxAgeDays;
            return Fact.known(countIsSooner ? byCount : settings.maxAgeDays);
        }
        if (settings.count < 0) {
            return Fact.known(0);
        }
        if (!settings.size.isEmpty() && settings.count > 0) {
            return Fact.unknown("rotated by size: " + settings.count + " files of " + settings.size);
        }
        return Fact.known(byCount);
    }
}
