package dev.slipway.draft;

import dev.slipway.assess.Assessment;
import dev.slipway.assess.Controller;
import dev.slipway.assess.Target;
import dev.slipway.facts.HostFacts;
import dev.slipway.facts.Jvm;
import dev.slipway.facts.Workload;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What one folder of drafts is about: a workload, wherever it runs.
 *
 * @param owner owner's name as in the inventory
 * @param namespace namespace that it would live in
 * @param name name of its objects
 * @param folder its folder under the run directory
 * @param instances the workload on each host, by the host's name, the one that decides first
 */
record Subject(
        String owner,
        String namespace,
        String name,
        String folder,
        List<Instance> instances,
        Target target,
        Answers answers,
        DraftIndex index) {

    private static final List<Controller> MOST_CAREFUL_FIRST = List.of(
            Controller.EXTERNAL_SERVICE,
            Controller.NONE,
            Controller.STATEFUL_SET,
            Controller.DAEMON_SET,
            Controller.JOB,
            Controller.DEPLOYMENT);

    Subject {
        instances = instances.stream()
                .sorted(Comparator.<Instance>comparingInt(instance ->
                                MOST_CAREFUL_FIRST.indexOf(instance.workload().controller()))
                        .thenComparing(Instance::hostName))
                .toList();
    }

    Instance lead() {
        return instances.get(0);
    }

    Workload workload() {
        return lead().workload().workload();
    }

    HostFacts facts() {
        return lead().facts();
    }

    Controller controller() {
        return lead().workload().controller();
    }

    /** Whether pods of it would run in the cluster. */
    boolean runs() {
        return controller() == Controller.DEPLOYMENT
                || controller() == Controller.STATEFUL_SET
                || controller() == Controller.DAEMON_SET;
    }

    boolean single() {
        return controller() == Controller.STATEFUL_SET;
    }

    String runtime() {
        return workload().runtime().name();
    }

    Optional<Jvm> jvm() {
        return facts().jvms().stream()
                .filter(jvm -> jvm.workload().equals(workload().id()))
                .findFirst();
    }

    /** The facts of one kind that belong to the workload on the leading host. */
    <T> List<T> own(List<T> facts, Function<T, String> workload) {
        return facts.stream()
                .filter(fact -> workload.apply(fact).equals(workload().id()))
                .toList();
    }

    /** The facts of one kind that belong to the workload, on every host. */
    <T> Stream<T> everywhere(Function<HostFacts, List<T>> facts, Function<T, String> workload) {
        return instances.stream()
                .flatMap(instance -> facts.apply(instance.facts()).stream()
                        .filter(fact -> workload.apply(fact).equals(instance.id())));
    }

    Stream<Assessment> hosts() {
        return instances.stream().map(Instance::host);
    }

    Optional<String> answer(String key) {
        return answers.of(owner, name, key);
    }

    String hostNames() {
        return String.join(
                ", ", instances.stream().map(Instance::hostName).sorted().toList());
    }
}
