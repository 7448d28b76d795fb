package dev.slipway.cli;

import dev.slipway.assess.Assessment;
import dev.slipway.assess.Target;
import dev.slipway.draft.Answers;
import dev.slipway.draft.DraftFile;
import dev.slipway.draft.DraftIndex;
import dev.slipway.draft.Drafts;
import dev.slipway.draft.Remedies;
import dev.slipway.rules.RuleFiles;
import dev.slipway.run.RunDirectory;
import dev.slipway.run.ScanRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** From assessments to drafts; no more than one owner's hosts are held at a time. */
final class DraftStage {
    private static final String FOLDER = "drafts";

    private final RunDirectory run;
    private final Answers answers;

    DraftStage(RunDirectory run, Answers answers) {
        this.run = run;
        this.answers = answers;
    }

    /** Writes all drafts anew. */
    void draft() throws IOException {
        Assessments assessments = Assessments.of(run);
        Drafts drafts = new Drafts(
                Target.defaults(), answers, DraftIndex.of(assessments.all()), Remedies.of(RuleFiles.builtIn()));
        SortedMap<String, List<ScanRecord.Host>> owners = new TreeMap<>();
        assessments
                .hosts()
                .forEach(host -> owners.computeIfAbsent(host.owner(), owner -> new ArrayList<>())
                        .add(host));
        run.remove(FOLDER);
        for (var owner : owners.entrySet()) {
            List<Assessment> hosts = new ArrayList<>();
            for (ScanRecord.Host host : owner.getValue()) {
                hosts.add(assessments.read(host));
            }
            write(drafts.owner(owner.getKey(), hosts));
        }
        write(drafts.platform(List.copyOf(owners.keySet())));
    }

    private void write(List<DraftFile> files) throws IOException {
        for (DraftFile file : files) {
            byte[] content = file.content().getBytes(StandardCharsets.UTF_8);
            if (file.executable()) {
                run.writeExecutable(file.path(), content);
            } else {
                run.write(file.path(), content);
            }
        }
    }
}
