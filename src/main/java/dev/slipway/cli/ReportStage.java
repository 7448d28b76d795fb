package dev.slipway.cli;

import dev.slipway.assess.Fleet;
import dev.slipway.report.HostStatus;
import dev.slipway.report.Report;
import dev.slipway.report.ReportFile;
import dev.slipway.report.RuleTexts;
import dev.slipway.rules.RuleFiles;
import dev.slipway.run.RunDirectory;
import dev.slipway.run.ScanRecord;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** From assessments to the report; hosts are held one at a time. */
final class ReportStage {
    private static final String FOLDER = "report";
    private static final String SARIF = FOLDER + "/findings.sarif";

    private final RunDirectory run;

    ReportStage(RunDirectory run) {
        this.run = run;
    }

    /** Writes all pages anew; the result is the first of them. */
    Path report() throws IOException {
        Assessments assessments = Assessments.of(run);
        Fleet fleet = assessments.fleet();
        RuleTexts rules = RuleTexts.of(RuleFiles.builtIn());
        run.remove(FOLDER);
        List<HostStatus> statuses =
                assessments.record().hosts().stream().map(ReportStage::status).toList();
        for (ReportFile asset : Report.assets()) {
            write(asset);
        }
        for (ScanRecord.Host host : assessments.hosts()) {
            write(Report.host(assessments.read(host), fleet, status(host), rules));
        }
        for (ReportFile page : Report.owners(fleet, statuses)) {
            write(page);
        }
        write(Report.csv(fleet));
        run.write(SARIF, out -> {
            Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            Report.sarif(assessments.all().iterator(), rules, writer);
            writer.flush();
        });
        ReportFile index = Report.index(fleet, statuses);
        write(index);
        return run.root().resolve(index.path());
    }

    private static HostStatus status(ScanRecord.Host host) {
        return new HostStatus(host.name(), host.owner(), host.outcome().term(), host.message(), host.next());
    }

    private void write(ReportFile file) throws IOException {
        run.write(file.path(), file.content().getBytes(StandardCharsets.UTF_8));
    }
}
