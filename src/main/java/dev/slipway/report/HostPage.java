package dev.slipway.report;

import dev.slipway.assess.AssessedWorkload;
import dev.slipway.assess.Assessment;
import dev.slipway.assess.Fleet;
import dev.slipway.facts.Host;
import dev.slipway.rules.Severity;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The page about one host.
 *
 * @param headline verdict on its workloads in a sentence
 * @param statusMessage what went wrong while it was scanned; empty if nothing did
 * @param statusNext what to do about that
 * @param hostProperties what machine it is
 * @param noWorkloads why workloads may be missing; empty if all were seen
 * @param jobsNote why jobs may be missing; empty if all were seen
 * @param jvmsNothing what is said where no virtual machine was seen
 */
record HostPage(
        Frame frame,
        SortedMap<String, String> w,
        String hostName,
        Part verdictOfHost,
        String headline,
        String statusMessage,
        String statusNext,
        List<Property> hostProperties,
        List<Figure> figures,
        Meter hostMeter,
        List<WorkloadCard> workloads,
        String noWorkloads,
        Table unscored,
        List<RuleFindings.Group> findings,
        List<RuleFindings.Group> waived,
        List<JobCard> jobs,
        String jobsNote,
        Table osJobs,
        List<JvmCard> jvms,
        String jvmsNothing,
        List<Section> sections) {

    static HostPage of(Assessment assessment, Fleet fleet, HostStatus status, RuleTexts rules, Words words) {
        Host host = assessment.facts().host();
        Gaps gaps = new Gaps(assessment.facts(), words);
        return new HostPage(
                Frame.sharing(words, words.say("host-title", host.name()), fleet.asOf()),
                words.texts(),
                host.name(),
                Part.verdict(assessment.verdict(), words),
                headline(assessment, words),
                status.message(),
                status.next(),
                properties(assessment, status, words),
                figures(assessment, words),
                Meter.of(assessment.score(), words),
                WorkloadCard.of(assessment, rules, words),
                gaps.of("workloads"),
                unscored(assessment, words),
                RuleFindings.of(assessment, assessment.findings(), rules, words),
                RuleFindings.of(assessment, assessment.waived(), rules, words),
                JobCard.of(assessment, words),
                gaps.of("jobs"),
                JobCard.ofDistribution(assessment, words),
                JvmCard.of(assessment.facts().jvms(), words),
                jvmsNothing(gaps, words),
                sections(assessment, rules, words));
    }

    private static String jvmsNothing(Gaps gaps, Words words) {
        String incomplete = gaps.of("jvms");
        return incomplete.isEmpty() ? words.say("nothing") : words.say("nothing-seen") + " " + incomplete;
    }

    private static String headline(Assessment assessment, Words words) {
        SortedMap<String, Integer> verdicts = new TreeMap<>();
        assessment.workloads().stream()
                .filter(workload -> workload.score().isPresent())
                .forEach(workload -> verdicts.merge(workload.verdict().term(), 1, Integer::sum));
        return Headline.of(verdicts, words);
    }

    private static List<Property> properties(Assessment assessment, HostStatus status, Words words) {
        Host host = assessment.facts().host();
        return Property.present(List.of(
                property("owner", Part.plain(host.owner()), words),
                property("tags", Part.plain(String.join(", ", host.tags())), words),
                property("address", Part.plain(host.address()), words),
                property("addresses", Part.plain(String.join(", ", host.addresses())), words),
                property("os", Part.fact(host.os().name(), name -> name, words), words),
                property("kernel", Part.fact(host.os().kernel(), kernel -> kernel, words), words),
                property("arch", Part.fact(host.os().arch(), arch -> arch, words), words),
                property("cpu", Part.fact(host.cpuCount(), cpu -> Amount.whole(cpu), words), words),
                property("memory", Part.fact(host.memoryBytes(), Amount::bytes, words), words),
                property("init", Part.fact(host.init(), init -> init, words), words),
                property("zone", Part.fact(host.timeZone(), zone -> zone, words), words),
                property("virtualization", Part.fact(host.virtualization(), kind -> kind, words), words),
                property("uptime", Part.fact(host.uptimeSeconds(), seconds -> Amount.seconds(seconds), words), words),
                property("scanned", Part.plain(host.scannedAt()), words),
                property("account", account(host, words), words),
                property("outcome", Part.plain(words.term("outcome", status.outcome())), words)));
    }

    private static Part account(Host host, Words words) {
        return host.account().user().isEmpty()
                ? Part.plain("")
                : Part.plain(words.say(
                        host.account().privileged() ? "host-privileged" : "host-unprivileged",
                        host.account().user()));
    }

    private static Property property(String key, Part value, Words words) {
        return Property.of(words.say("host-" + key), value);
    }

    private static List<Figure> figures(Assessment assessment, Words words) {
        long scored = assessment.workloads().stream()
                .filter(workload -> workload.score().isPresent())
                .count();
        List<JobCard> jobs = JobCard.of(assessment, words);
        long active = jobs.stream().filter(job -> job.inactive().isEmpty()).count();
        return List.of(
                Figure.ofScore(assessment.score(), words),
                new Figure(
                        words.say("figure-workloads"),
                        Amount.whole(scored),
                        words.count("figure-unscored", assessment.workloads().size() - scored)),
                new Figure(
                        words.say("figure-findings"),
                        Amount.whole(assessment.findings().size()),
                        severities(assessment, words)),
                new Figure(
                        words.say("figure-jobs"),
                        Amount.whole(active),
                        jobs.size() == active ? "" : words.count("figure-inactive", jobs.size() - active)));
    }

    private static String severities(Assessment assessment, Words words) {
        SortedMap<Severity, Integer> counts = new TreeMap<>();
        assessment.findings().forEach(finding -> counts.merge(finding.severity(), 1, Integer::sum));
        return String.join(
                ", ",
                counts.entrySet().stream()
                        .map(entry -> words.say("count-of", entry.getValue(), words.term("severity", entry.getKey())))
                        .toList());
    }

    private static Table unscored(Assessment assessment, Words words) {
        Table.Builder table = Table.named("unscored", words)
                .text("name")
                .text("kind")
                .text("runtime")
                .text("unit")
                .text("disposition")
                .text("reason");
        for (AssessedWorkload workload : assessment.workloads()) {
            if (workload.score().isEmpty()) {
                table.row(
                        workload.workload().name(),
                        words.term("kind", workload.workload().kind()),
                        workload.workload().runtime().name(),
                        workload.workload().unit(),
                        words.term("disposition", workload.disposition()),
                        workload.controllerReason());
            }
        }
        return table.build();
    }

    private static List<Section> sections(Assessment assessment, RuleTexts rules, Words words) {
        StateTables state = new StateTables(assessment.facts(), words);
        return List.of(
                Section.of("network", "", new HostTables(assessment.facts(), words).all(), words),
                Section.of("sessions", "", List.of(state.sessions()), words),
                Section.of("logs", state.syslogSentence(), state.logs(), words),
                Section.of("state", "", state.files(), words),
                Section.of("secrets", words.say("secrets-intro"), List.of(state.secrets()), words),
                Section.of(
                        "unknowns",
                        words.say("unknowns-intro"),
                        new UnknownTables(assessment, rules, words).all(),
                        words));
    }
}
