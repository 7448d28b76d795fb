package dev.slipway.schedule;

import dev.slipway.facts.Job;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The schedule of a job as a CronJob and as a task of goCron, each with the proof that it means the same.
 *
 * @param cronJob for Kubernetes
 * @param goCron for goCron
 * @param notes what is true for both
 */
public record CronTranslation(CronJob cronJob, GoCron goCron, List<String> notes) {
    private static final String UTC = "Etc/UTC";
    private static final int USUAL_YEAR = 2026;

    public CronTranslation {
        notes = List.copyOf(notes);
    }

    /**
     * For a CronJob of Kubernetes.
     *
     * @param schedule five fields; empty if not expressible
     * @param timeZone IANA name; empty if the host's zone is not known
     * @param guard a line of shell to stand before the command; empty if none is needed
     * @param notes what is different there, or why it cannot be said
     */
    public record CronJob(
            String schedule,
            String timeZone,
            boolean expressible,
            String guard,
            List<String> notes,
            ScheduleProof proof) {
        public CronJob {
            notes = List.copyOf(notes);
        }
    }

    /**
     * For a task of goCron.
     *
     * @param spec six fields, seconds first; empty if not expressible
     * @param timeZone zone that the server must run in, as it knows one only; empty if any will do
     */
    public record GoCron(
            String spec, String timeZone, boolean expressible, String guard, List<String> notes, ScheduleProof proof) {
        public GoCron {
            notes = List.copyOf(notes);
        }
    }

    /**
     * The translation of a job's schedule, proved over two years from 1 January of a year.
     *
     * @param year first year of the proof
     */
    public static CronTranslation of(Job job, int year) {
        return of(JobSchedule.of(job), job.schedule(), job.timeZone(), year);
    }

    static CronTranslation of(JobSchedule schedule, String written, String zone, int year) {
        List<String> notes = new ArrayList<>(schedule.notes());
        if (schedule.jitterSeconds() > 0) {
            notes.add("the random delay of up to " + schedule.jitterSeconds()
                    + " seconds is left out: neither Kubernetes nor goCron has one");
        }
        Optional<ZoneId> known = Zones.of(zone);
        if (known.isEmpty()) {
            notes.add("to be answered by the owner: which time zone do its times mean? The host says "
                    + (zone.isEmpty() ? "none" : "\"" + zone + "\"") + "; they are compared as UTC");
        }
        ZoneId id = known.orElse(ZoneOffset.UTC);
        String name = name(known);
        return new CronTranslation(
                CronJobTranslation.of(schedule, written, name, id, year),
                GoCronTranslation.of(schedule, written, name, id, year),
                notes);
    }

    /** The schedule for a CronJob alone; the year of its proof is any. */
    static CronJob target(JobSchedule schedule, Job job) {
        Optional<ZoneId> known = Zones.of(job.timeZone());
        return CronJobTranslation.of(schedule, job.schedule(), name(known), known.orElse(ZoneOffset.UTC), USUAL_YEAR);
    }

    /** The schedule for goCron alone; the year of its proof is any. */
    static GoCron goCron(JobSchedule schedule, Job job) {
        Optional<ZoneId> known = Zones.of(job.timeZone());
        return GoCronTranslation.of(schedule, job.schedule(), name(known), known.orElse(ZoneOffset.UTC), USUAL_YEAR);
    }

    /** What Kubernetes calls a zone; empty if it is not known. */
    private static String name(Optional<ZoneId> zone) {
        return zone.map(z -> z.getId().equals("UTC") ? UTC : z.getId()).orElse("");
    }

    /** The year of an instant as it stands in facts; {@value #USUAL_YEAR} if there is none. */
    static int yearOf(String instant) {
        try {
            return Instant.parse(instant).atOffset(ZoneOffset.UTC).getYear();
        } catch (DateTimeException e) {
            return USUAL_YEAR;
        }
    }
}
