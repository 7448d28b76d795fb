package dev.slipway.cli;

import dev.slipway.probe.Probe;
import dev.slipway.probe.ProbeCatalog;
import dev.slipway.yaml.NearestName;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code slipway probes}: what runs on a host, to be read beforehand. */
@Command(name = "probes", description = "Show what runs on a host, word for word.", mixinStandardHelpOptions = true)
final class ProbesCommand {
    private final Surroundings around;

    ProbesCommand(Surroundings around) {
        this.around = around;
    }

    @Command(name = "list", description = "List the probes, and what each reads.", mixinStandardHelpOptions = true)
    int list() {
        for (Probe probe : ProbeCatalog.builtIn().probes()) {
            around.out().println(probe.id());
            around.out().println("    " + probe.title());
            around.out().println("    reads: " + probe.reads());
            around.out().println("    without root: " + probe.withoutRoot());
        }
        return ExitStatus.DONE;
    }

    @Command(name = "show", description = "Print one probe's sh code.", mixinStandardHelpOptions = true)
    int show(
            @Parameters(paramLabel = "ID", description = "A probe's id, or 'prelude' for the frame around all.")
                    String id) {
        ProbeCatalog catalog = ProbeCatalog.builtIn();
        if (id.equals("prelude")) {
            around.out().print(catalog.prelude());
            return ExitStatus.DONE;
        }
        List<String> ids = catalog.probes().stream().map(Probe::id).toList();
        Probe probe = catalog.find(id)
                .orElseThrow(() ->
                        new Failure(ExitStatus.USAGE, "there is no probe '" + id + "'" + NearestName.hint(id, ids)));
        around.out().print(probe.text());
        return ExitStatus.DONE;
    }
}
