package dev.slipway.workload;

import dev.slipway.workload.Runtime.Ask;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a workload gives to ask for: the probes of its runtime and of its language, with its own directories and files. */
final class Asks {
    private Asks() {}

    static Stream<Want> of(Candidate candidate) {
        Optional<Runtime> runtime = candidate.match().map(RuntimeCatalog.Match::runtime);
        Optional<Runtime> language =
                RuntimeCatalog.builtIn().find(candidate.family()).filter(Runtime::generic);
        Stream<Ask> own = runtime.stream().flatMap(known -> known.asks().stream());
        Stream<Ask> common =
                language.stream().flatMap(known -> known.asks().stream()).filter(Ask::wholeFamily);
        return Stream.concat(own, common)
                .distinct()
                .map(ask -> new Want(ask.probe(), arguments(ask, candidate.subject())))
                .filter(want -> !want.arguments().isEmpty());
    }

    private static List<String> arguments(Ask ask, Subject subject) {
        return ask.arguments().stream()
                .flatMap(choice -> choice.stream()
                        .map(view -> view.of(subject))
                        .filter(answers -> !answers.isEmpty())
                        .findFirst()
                        .orElse(List.of())
                        .stream())
                .filter(argument -> argument.startsWith("/") && argument.chars().noneMatch(c -> c < ' '))
                .distinct()
                .toList();
    }
}
