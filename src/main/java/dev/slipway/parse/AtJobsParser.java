package dev.slipway.parse;

import dev.slipway.evidence.Evidence;
import dev.slipway.evidence.EvidenceItem;
import dev.slipway.facts.EvidenceLine;
import dev.slipway.facts.Fact;
import dev.slipway.facts.Gap;
import dev.slipway.facts.HostFacts;
import dev.slipway.facts.Job;
import dev.slipway.facts.Job.Origin;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what at and batch have queued. */
final class AtJobsParser implements Parser {
    private static final String PROBE = "at-jobs";

    /** Queue, number and minute since the epoch, the last two in hexadecimal: {@code a0000101c90e9a}. */
    private static final Pattern FILE = Pattern.compile(".*/([a-zA-Z=])([0-9a-f]{5})([0-9a-f]{8})");

    private static final Pattern OWNER = Pattern.compile("# atrun uid=(\\d{1,9}) .*");

    @Override
    public HostFacts read(Evidence evidence, HostFacts soFar) {
        Accounts accounts = Accounts.of(evidence);
        List<Job> jobs = new ArrayList<>(soFar.jobs());
        evidence.read(PROBE, "spool").forEach(item -> {
            Matcher file = FILE.matcher(item.name());
            if (file.matches()) {
                jobs.add(job(item, file, accounts, soFar.host().timeZone()));
            }
        });
        List<Gap> gaps = new ArrayList<>(soFar.gaps());
        gaps.addAll(Gaps.of(evidence, PROBE, "spool", "jobs"));
        return soFar.with(
                facts -> facts.jobs(jobs).gaps(gaps.stream().distinct().toList()));
    }

    private static Job job(EvidenceItem item, Matcher file, Accounts accounts, Fact<String> zone) {
        List<String> lines = item.lines();
        int body = body(lines);
        int number = Integer.parseInt(file.group(2), 16);
        Instant at = Instant.ofEpochSecond(Long.parseLong(file.group(3), 16) * 60);
        String queue = file.group(1);
        String when = queue.equals("b") ? "batch, not before " + at : "at " + at;
        int line = Math.min(body + 1, Math.max(lines.size(), 1));
        String text = lines.isEmpty() ? "" : lines.get(line - 1);
        List<String> commands = lines.subList(Math.min(body, lines.size()), lines.size()).stream()
                .filter(command -> !command.isBlank())
                .toList();
        return new Job(
                "at:" + number,
                "at:" + number,
                0,
                Origin.AT,
                "at",
                owner(lines, accounts),
                when,
                String.join("\n", commands),
                new TreeMap<>(),
                true,
                "",
                false,
                zone.orElse(""),
                Fact.unknown("not bound to a workload yet"),
                Fact.known(""),
                Fact.unknown("it has not run yet"),
                List.of(new EvidenceLine(PROBE, item.name(), line, text)));
    }

    /** The first line behind the change of directory that at writes before the commands. */
    private static int body(List<String> lines) {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).startsWith("cd ") && lines.get(i).endsWith("|| {")) {
                int end = lines.subList(i, lines.size()).indexOf("}");
                return end < 0 ? lines.size() : i + end + 1;
            }
        }
        return 0;
    }

    private static Fact<String> owner(List<String> lines, Accounts accounts) {
        Optional<Integer> userId = lines.stream()
                .map(OWNER::matcher)
                .filter(Matcher::matches)
                .map(owner -> Integer.valueOf(owner.group(1)))
                .findFirst();
        return Fact.of(userId.map(accounts::nameOf), "its spool file names no owner");
    }
}
