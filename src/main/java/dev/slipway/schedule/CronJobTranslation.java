package dev.slipway.schedule;

import dev.slipway.schedule.CronTranslation.CronJob;
import dev.slipway.schedule.JobSchedule.Times;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Translates schedules for CronJobs of Kubernetes. */
final class CronJobTranslation {
    private final String zoneName;
    private final ZoneId zone;
    private final int year;

    private CronJobTranslation(String zoneName, ZoneId zone, int year) {
        this.zoneName = zoneName;
        this.zone = zone;
        this.year = year;
    }

    static CronJob of(JobSchedule schedule, String written, String zoneName, ZoneId zone, int year) {
        return new CronJobTranslation(zoneName, zone, year).of(schedule.times(), written);
    }

    private CronJob of(Times times, String written) {
        if (times instanceof Times.ByCalendar calendar) {
            return ofCalendar(calendar.rules(), written);
        } else if (times instanceof Times.Repeating repeating) {
            return ofRepeating(repeating);
        }
        return impossible(why(times));
    }

    static String why(Times times) {
        if (times instanceof Times.AtStart) {
            return "it runs when the host starts; a cluster has no such moment";
        } else if (times instanceof Times.Once once) {
            return "it runs once, at " + once.at();
        } else if (times instanceof Times.Always) {
            return "it runs all the time";
        }
        return times instanceof Times.NotKnown unknown ? unknown.reason() : "";
    }

    private CronJob impossible(String why) {
        return new CronJob("", zoneName, false, "", List.of(why), ScheduleProof.none(year, why));
    }

    private CronJob ofCalendar(List<CalendarRule> rules, String written) {
        Optional<CalendarRule> merged = CalendarRules.merged(rules);
        if (merged.isEmpty()) {
            return impossible("its " + rules.size() + " calendar rules do not fit into one schedule: one CronJob each");
        }
        TargetSchedule target = new TargetFields(Flavour.KUBERNETES, zoneName).of(merged.get(), written);
        Optional<CalendarRule> there = target.rule(Flavour.KUBERNETES);
        if (there.isEmpty()) {
            return impossible(String.join("; ", target.notes()));
        }
        List<CalendarRule> minutes =
                rules.stream().map(CalendarRule::atFullMinute).toList();
        ScheduleProof proof = ScheduleProof.compare(
                new FiringTimes(minutes, zone), new FiringTimes(List.of(there.get()), zone), zone, year, "Kubernetes");
        List<String> notes = new ArrayList<>(target.notes());
        if (!minutes.equals(rules)) {
            notes.add("its seconds are left out: a CronJob starts at full minutes");
        }
        return new CronJob(target.text(), zoneName, true, target.guard(), notes, proof);
    }

    private CronJob ofRepeating(Times.Repeating repeating) {
        Optional<String> fields = RepeatingFields.of(repeating.seconds());
        String counted = "it counts " + repeating.seconds() + " seconds from the last "
                + (repeating.fromEnd() ? "end" : "start") + ", not by the clock";
        return fields.map(five -> new CronJob(
                        five,
                        zoneName,
                        true,
                        "",
                        List.of(counted + "; the CronJob runs at fixed minutes in the same distance"),
                        ScheduleProof.none(year, counted)))
                .orElseGet(() -> impossible(counted + ", and no five fields have that distance"));
    }
}
