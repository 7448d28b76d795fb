package dev.slipway.report;

import dev.slipway.assess.AssessedWorkload;
import dev.slipway.assess.Assessment;
import dev.slipway.facts.Dependency;
import dev.slipway.facts.Workload;
import dev.slipway.score.Effort;
import dev.slipway.score.Score;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Collectors;

/**
 * A workload that has a score.
 *
 * @param anchor id within the page
 * @param workloadTitle its name
 * @param verdictPart its verdict
 */
record WorkloadCard(
        String anchor,
        String workloadTitle,
        Part verdictPart,
        Meter meter,
        List<Property> properties,
        ScoreDetail detail) {

    /** The scored workloads, those with most to do first. */
    static List<WorkloadCard> of(Assessment assessment, RuleTexts rules, Words words) {
        List<WorkloadCard> cards = new ArrayList<>();
        List<AssessedWorkload> worstFirst = assessment.workloads().stream()
                .sorted(Comparator.comparing(WorkloadCard::asIs)
                        .thenComparing(workload -> workload.workload().id()))
                .toList();
        for (AssessedWorkload workload : worstFirst) {
            workload.score()
                    .ifPresent(score -> cards.add(new WorkloadCard(
                            Links.anchor(workload.workload(), assessment.facts().workloads()),
                            workload.workload().name(),
                            Part.verdict(workload.verdict(), words),
                            Meter.of(score, words),
                            new Properties(workload, words).list(),
                            ScoreDetail.of(score, cards.size() + 1, rules, words))));
        }
        return cards;
    }

    private static int asIs(AssessedWorkload workload) {
        return workload.score().flatMap(Score::asIs).orElse(-1);
    }

    /** What is known of a workload, name by name. */
    private record Properties(AssessedWorkload assessed, Words words) {

        List<Property> list() {
            List<Property> all = new ArrayList<>(decisions());
            all.addAll(process());
            all.addAll(code());
            return Property.present(all);
        }

        private Workload workload() {
            return assessed.workload();
        }

        private Property property(String key, Part... values) {
            return Property.of(words.say("workload-" + key), values);
        }

        private List<Property> decisions() {
            return List.of(
                    property("disposition", Part.plain(words.term("disposition", assessed.disposition()))),
                    property(
                            "controller",
                            Part.plain(words.term("controller", assessed.controller())),
                            Part.muted(assessed.controllerReason())),
                    property("draft", draft()),
                    property("effort", effort()));
        }

        private Part draft() {
            return assessed.draft()
                    .map(folder -> new Part(folder, "code", Links.draft(folder)))
                    .orElseGet(() -> Part.muted(words.say("workload-no-draft")));
        }

        private Part effort() {
            Optional<Effort> effort = assessed.effort();
            return effort.map(of -> Part.plain(words.say(
                            "workload-points",
                            Amount.decimal(of.storyPoints()),
                            Amount.whole(Math.round(of.likelyHours())),
                            Amount.whole(Math.round(of.safeHours())))))
                    .orElse(Part.plain(""));
        }

        private List<Property> process() {
            String ports = workload().ports().stream().map(String::valueOf).collect(Collectors.joining(", "));
            return List.of(
                    property("runtime", runtime()),
                    property("kind", Part.plain(words.term("kind", workload().kind()))),
                    property("unit", Part.plain(unit())),
                    property("user", Part.fact(workload().user(), user -> user, words)),
                    property("ports", Part.plain(ports)),
                    property(
                            "instances",
                            Part.plain(
                                    workload().instances() > 1
                                            ? Amount.whole(workload().instances())
                                            : "")),
                    property("memory", memory()),
                    property("cpu", Part.fact(workload().cpuCores(), Amount::exact, words)),
                    new Property(words.say("workload-dependencies"), dependencies()));
        }

        private Part runtime() {
            Workload.Product runtime = workload().runtime();
            return Part.plain(runtime.version()
                    .map(version -> runtime.name() + " " + version)
                    .orElse(runtime.name()));
        }

        private String unit() {
            return workload().unit().isEmpty()
                    ? workload().launcher()
                    : words.say(
                            "workload-unit-of", workload().unit(), workload().launcher());
        }

        private Part memory() {
            return Part.fact(
                    workload().memoryBytes(),
                    now -> workload()
                            .peakMemoryBytes()
                            .toOptional()
                            .filter(peak -> peak > now)
                            .map(peak -> words.say("workload-peak", Amount.bytes(now), Amount.bytes(peak)))
                            .orElse(Amount.bytes(now)),
                    words);
        }

        private List<Part> dependencies() {
            return workload().dependencies().stream()
                    .map(this::dependency)
                    .distinct()
                    .toList();
        }

        private Part dependency(Dependency dependency) {
            String address =
                    dependency.port() == 0 ? dependency.address() : dependency.address() + ":" + dependency.port();
            String role = dependency.role().isEmpty() ? "" : " " + dependency.role();
            return Part.plain(address + role + " (" + words.term("dependency", dependency.kind()) + ")");
        }

        private List<Property> code() {
            return List.of(
                    property(
                            "command",
                            Part.fact(workload().command(), command -> command, words)
                                    .asCode()),
                    property("root", Part.code(workload().rootDirectory())),
                    property("artifact", Part.code(workload().artifact())),
                    property(
                            "applications",
                            Part.plain(String.join(", ", workload().applications()))),
                    new Property(words.say("workload-environment"), environment()),
                    new Property(
                            words.say("workload-evidence"),
                            Place.cell(workload().evidence())));
        }

        /** Variables with their values; of most only the name was asked for. */
        private List<Part> environment() {
            return workload()
                    .environment()
                    .toOptional()
                    .map(variables -> List.of(withValues(variables), namesOnly(variables)))
                    .orElseGet(() -> List.of(Part.fact(workload().environment(), String::valueOf, words)));
        }

        private static Part withValues(SortedMap<String, String> variables) {
            return Part.code(variables.entrySet().stream()
                    .filter(entry -> !entry.getValue().isEmpty())
                    .map(entry -> entry.getKey() + "=" + entry.getValue())
                    .collect(Collectors.joining("\n")));
        }

        private Part namesOnly(SortedMap<String, String> variables) {
            String names = variables.entrySet().stream()
                    .filter(entry -> entry.getValue().isEmpty())
                    .map(Map.Entry::getKey)
                    .collect(Collectors.joining(", "));
            return Part.muted(names.isEmpty() ? "" : words.say("workload-names-only", names));
        }
    }
}
