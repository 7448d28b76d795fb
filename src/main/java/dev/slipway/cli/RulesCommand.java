package dev.slipway.cli;

import dev.slipway.rules.Rule;
import dev.slipway.rules.RuleFiles;
import dev.slipway.yaml.NearestName;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code slipway rules}: the catalogue. */
@Command(name = "rules", description = "Show the rules and their reasons.", mixinStandardHelpOptions = true)
final class RulesCommand {
    private final Surroundings around;

    RulesCommand(Surroundings around) {
        this.around = around;
    }

    @Command(name = "list", description = "List the rules.", mixinStandardHelpOptions = true)
    int list() {
        for (Rule rule : RuleFiles.builtIn()) {
            around.out()
                    .printf(
                            "%-10s %-12s %-8s %-8s %s%n",
                            rule.id(),
                            rule.concern().term(),
                            rule.severity().term(),
                            rule.residual().term(),
                            rule.text().title());
        }
        return ExitStatus.DONE;
    }

    @Command(name = "explain", description = "Explain one rule.", mixinStandardHelpOptions = true)
    int explain(@Parameters(paramLabel = "ID", description = "A rule's id, such as STATE-001.") String id) {
        List<Rule> rules = RuleFiles.builtIn();
        Rule rule = rules.stream()
                .filter(candidate -> candidate.id().equalsIgnoreCase(id)
                        || candidate.aliases().contains(id))
                .findFirst()
                .orElseThrow(() -> new Failure(
                        ExitStatus.USAGE,
                        "there is no rule '" + id + "'"
                                + NearestName.hint(
                                        id, rules.stream().map(Rule::id).toList())));
        around.out().print(RulePage.render(rule));
        return ExitStatus.DONE;
    }
}
