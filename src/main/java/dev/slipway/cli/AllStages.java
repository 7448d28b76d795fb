package dev.slipway.cli;

import dev.slipway.assess.Fleet;
import dev.slipway.assess.Json;
import dev.slipway.draft.Answers;
import dev.slipway.inventory.Inventory;
import dev.slipway.run.RunDirectory;
import dev.slipway.run.ScanRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Scan, assess, draft and report, one after the other. */
final class AllStages {
    private final Surroundings around;
    private final ScanSettings scan;
    private final AssessSettings assess;
    private final JsonOption json;

    AllStages(Surroundings around, ScanSettings scan, AssessSettings assess, JsonOption json) {
        this.around = around;
        this.scan = scan;
        this.assess = assess;
        this.json = json;
    }

    /**
     * The result of a whole run, as JSON.
     *
     * @param report path of the report's first page
     */
    record Result(ScanRecord scan, Fleet fleet, String report) {}

    /** Runs all stages; the result is the exit status. */
    int run(Inventory hosts, RunDirectory run, boolean resume) throws IOException {
        ScanRecord record = new ScanStage(around, hosts, scan).scan(run, resume);
        Fleet fleet = assess.stage().assess(run);
        new DraftStage(run, Answers.none()).draft();
        Path report = new ReportStage(run).report();
        if (json.wanted()) {
            Result result = new Result(record, fleet, report.toString());
            around.out().print(new String(Json.write(result), StandardCharsets.UTF_8));
        } else {
            Summary summary = new Summary(around.out());
            summary.scan(record);
            summary.fleet(fleet);
            summary.place("drafts", run.root().resolve("drafts"));
            summary.place("report", report);
        }
        return ExitStatus.worst(ExitStatus.of(record), assess.gate(fleet));
    }
}
