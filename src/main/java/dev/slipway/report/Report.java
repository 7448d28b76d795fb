package dev.slipway.report;

import dev.slipway.assess.Assessment;
import dev.slipway.assess.Fleet;
import java.io.IOException;
import java.io.Writer;
import java.util.Iterator;
import java.util.List;

/** The report: what people, spreadsheets and code scanners read. */
public final class Report {
    private static final Words WORDS = Words.english();

    private Report() {}

    /** Style and script that all pages but the first share. */
    public static List<ReportFile> assets() {
        return List.of(
                new ReportFile("report/assets/style.css", Resource.text(Frame.STYLE)),
                new ReportFile("report/assets/slipway.js", Resource.text(Frame.SCRIPT)));
    }

    /**
     * The page about all hosts; it needs no other file.
     *
     * @param hosts how the scan of each host of the inventory ended; of a host that is not among them, success is taken
     */
    public static ReportFile index(Fleet fleet, List<HostStatus> hosts) {
        return new ReportFile("report/index.html", Template.INDEX.render(IndexPage.of(fleet, hosts, WORDS)));
    }

    /** A page for each owner, about the owner's workloads and hosts. */
    public static List<ReportFile> owners(Fleet fleet, List<HostStatus> hosts) {
        return fleet.owners().stream()
                .map(owner -> new ReportFile(
                        "report/" + Links.owner(owner.name()),
                        Template.OWNER.render(OwnerPage.of(owner, fleet, hosts, WORDS))))
                .toList();
    }

    /** The page about one host. */
    public static ReportFile host(Assessment assessment, Fleet fleet, HostStatus status, RuleTexts rules) {
        String path = "report/" + Links.host(assessment.facts().host().name());
        return new ReportFile(path, Template.HOST.render(HostPage.of(assessment, fleet, status, rules, WORDS)));
    }

    /** All workloads as a table for spreadsheets. */
    public static ReportFile csv(Fleet fleet) {
        return new ReportFile("report/fleet.csv", FleetCsv.of(fleet));
    }

    /**
     * Writes all findings in SARIF 2.1.0, which belongs into {@code report/findings.sarif}. Only one assessment is held at a time.
     *
     * @throws IOException if the writer throws it
     */
    public static void sarif(Iterator<Assessment> assessments, RuleTexts rules, Writer out) throws IOException {
        SarifLog.write(assessments, rules, out);
    }
}
