package dev.slipway.cli;

import dev.slipway.assess.Json;
import dev.slipway.rules.Rule;
import dev.slipway.rules.RuleFiles;
import dev.slipway.yaml.NearestName;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code slipway rules}: the catalogue. */
@Command(name = "rules", description = "Show the rules and their reasons.", mixinStandardHelpOptions = true)
final class RulesCommand {
    private final Surroundings around;

    RulesCommand(Surroundings around) {
        this.around = around;
    }

    @Command(name = "list", description = "List the rules by concern.", mixinStandardHelpOptions = true)
    int list(@Option(names = "--json", description = "Write JSON.") boolean json) {
        List<Rule> rules = RuleFiles.builtIn();
        around.out().print(json ? json(rules.stream().map(RuleEntry::of).toList()) : RuleList.render(rules));
        return ExitStatus.DONE;
    }

    @Command(name = "explain", description = "Explain one rule.", mixinStandardHelpOptions = true)
    int explain(
            @Parameters(paramLabel = "ID", description = "A rule's id, such as STATE-001.") String id,
            @Option(names = "--json", description = "Write JSON.") boolean json) {
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
        around.out().print(json ? json(RuleEntry.of(rule)) : RulePage.render(rule));
        return ExitStatus.DONE;
    }

    private static String json(Object value) {
        return new String(Json.write(value), StandardCharsets.UTF_8);
    }
}
