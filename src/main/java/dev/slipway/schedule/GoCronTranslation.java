package dev.slipway.schedule;

import dev.slipway.schedule.CronTranslation.GoCron;
import dev.slipway.schedule.JobSchedule.Times;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Translates schedules for goCron. Its server has one zone for all tasks, and no zone with daylight saving may be it: in the
 * repeated hour its library finds the same next run for ever.
 */
final class GoCronTranslation {
    private static final int YEARS = 2;
    private static final String UTC = "Etc/UTC";

    private final String zoneName;
    private final ZoneId zone;
    private final int year;

    private GoCronTranslation(String zoneName, ZoneId zone, int year) {
        this.zoneName = zoneName;
        this.zone = zone;
        this.year = year;
    }

    static GoCron of(JobSchedule schedule, String written, String zoneName, ZoneId zone, int year) {
        GoCronTranslation translation = new GoCronTranslation(zoneName, zone, year);
        if (schedule.times() instanceof Times.ByCalendar calendar) {
            return translation.ofCalendar(calendar.rules(), written);
        } else if (schedule.times() instanceof Times.Repeating repeating) {
            return translation.ofRepeating(repeating);
        }
        return translation.impossible(CronJobTranslation.why(schedule.times()));
    }

    private GoCron impossible(String why) {
        return new GoCron("", "", false, "", List.of(why), ScheduleProof.none(year, why));
    }

    private GoCron ofCalendar(List<CalendarRule> rules, String written) {
        Optional<CalendarRule> merged = CalendarRules.merged(rules);
        if (merged.isEmpty()) {
            return impossible("its " + rules.size() + " calendar rules do not fit into one spec: one task each");
        }
        boolean changes = clockChanges();
        ZoneId server = changes ? ZoneOffset.UTC : zone;
        TargetSchedule target = new TargetFields(Flavour.GOCRON, zoneName).of(merged.get(), written);
        Optional<CalendarRule> there = target.rule(Flavour.GOCRON);
        if (there.isEmpty()) {
            return impossible(
                    target.notes().isEmpty() ? "its spec would be too long" : String.join("; ", target.notes()));
        }
        ScheduleProof proof = ScheduleProof.compare(
                new FiringTimes(rules, zone), new FiringTimes(List.of(there.get()), server), zone, year, "goCron");
        List<String> notes = new ArrayList<>(target.notes());
        String serverZone = changes ? UTC : zoneName;
        if (changes) {
            notes.add(
                    "the goCron server runs in UTC: in the repeated hour of a zone with daylight saving it would start"
                            + " the task without end");
        }
        return changes && !proof.equal()
                ? new GoCron("", serverZone, false, "", List.of(clockBound()), proof)
                : new GoCron(target.text(), serverZone, true, target.guard(), notes, proof);
    }

    private String clockBound() {
        return "it goes by the clock of " + zoneName
                + ", which has daylight saving; goCron's server must not run in such a"
                + " zone, as in the repeated hour it would start the task without end";
    }

    private boolean clockChanges() {
        Instant first = LocalDate.of(year, 1, 1).atStartOfDay(zone).toInstant();
        ZoneOffsetTransition next = zone.getRules().nextTransition(first);
        return next != null
                && next.getInstant()
                        .isBefore(LocalDate.of(year + YEARS, 1, 1)
                                .atStartOfDay(zone)
                                .toInstant());
    }

    private GoCron ofRepeating(Times.Repeating repeating) {
        String why = "it counts from the last " + (repeating.fromEnd() ? "end" : "start")
                + ", goCron from the start of its server";
        return new GoCron(
                "@every " + repeating.seconds() + "s", "", true, "", List.of(why), ScheduleProof.none(year, why));
    }
}
