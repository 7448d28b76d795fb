package dev.slipway.workload;

import dev.slipway.facts.Workload.Kind;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A product that runs workloads, as its file describes it.
 *
 * @param id the file's name and the product's name in facts: {@code tomcat}
 * @param title its name for people
 * @param kind what is done with its workloads
 * @param family language or sort
 * @param generic whether it counts only where no other runtime is recognised: a language as such
 * @param over ids of more general runtimes that it displaces where both are recognised
 * @param namedByProgram whether the file stands for many products, each called like its program
 * @param launcher whether what it starts belongs to others: a supervisor, a scheduler
 * @param signals what it is recognised by
 * @param version where its version shows, the best place first
 * @param root where the directory of the code shows, the best place first
 * @param artifact where the code shows, the best place first
 * @param asks what to ask the host in the second phase
 */
@SuppressWarnings("JavaLangClash") // the word of the field
record Runtime(
        String id,
        String title,
        Kind kind,
        String family,
        boolean generic,
        List<String> over,
        boolean namedByProgram,
        boolean launcher,
        List<Signal> signals,
        List<VersionSource> version,
        List<View> root,
        List<View> artifact,
        List<Ask> asks,
        List<Sample> samples) {

    /** Below this nothing is recognised. */
    static final double LEAST_CONFIDENCE = 0.5;

    Runtime {
        over = List.copyOf(over);
        signals = List.copyOf(signals);
        version = List.copyOf(version);
        root = List.copyOf(root);
        artifact = List.copyOf(artifact);
        asks = List.copyOf(asks);
        samples = List.copyOf(samples);
    }

    /** A place where a version shows, and what of it is the version. */
    record VersionSource(View view, Pattern pattern) {}

    /**
     * A probe of the second phase with its arguments.
     *
     * @param wholeFamily whether it is asked for every workload of the family
     * @param arguments each the first of its views that answers; the views of one argument stand in a row
     */
    record Ask(String probe, boolean wholeFamily, List<List<View>> arguments) {
        Ask {
            arguments = List.copyOf(arguments);
        }
    }

    /**
     * A process, and what has to come out.
     *
     * @param command argument vector, or a title of one piece
     * @param libraries jars in its archive
     * @param product id of the runtime or name of the product
     * @param expected whether that must be recognised; else it must not be
     */
    record Sample(
            List<String> command,
            String title,
            String executable,
            String name,
            String workingDirectory,
            String unit,
            List<Integer> ports,
            List<String> libraries,
            List<String> nativeLibraries,
            String product,
            boolean expected,
            Optional<String> version,
            Optional<String> root,
            Optional<String> artifact,
            List<String> wants,
            int line) {}

    /** How sure it is that this process is one of this runtime; 0 if nothing speaks for it. */
    double confidence(Subject subject) {
        double doubt = 1;
        for (Signal signal : signals) {
            if (signal.matches(subject)) {
                doubt *= 1 - signal.confidence();
            }
        }
        return Math.round((1 - doubt) * 100) / 100.0;
    }

    /** The first answer that is there. */
    static Optional<String> first(List<View> views, Subject subject) {
        return views.stream()
                .flatMap(view -> view.of(subject).stream())
                .filter(text -> !text.isEmpty())
                .findFirst();
    }

    /** What this process shows of its version. */
    Optional<String> version(Subject subject) {
        return version.stream()
                .flatMap(source -> source.view().of(subject).stream()
                        .map(source.pattern()::matcher)
                        .filter(matcher -> matcher.find())
                        .map(matcher -> matcher.group(1)))
                .findFirst();
    }
}
