package dev.slipway.workload;

import dev.slipway.facts.HostProcess;
import dev.slipway.jvm.JavaCommand;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Takes apart what one service or script has started several of: servers with a directory of their own. */
final class InstanceSplit {
    private static final List<String> DIRECTORIES = List.of(
            "catalina.base", "jetty.base", "jboss.server.base.dir", "jboss.server.name", "weblogic.Name", "karaf.base");

    private final ProcessTree tree;

    InstanceSplit(ProcessTree tree) {
        this.tree = tree;
    }

    /** The parts of a group; the group itself if it is one program. */
    List<List<HostProcess>> split(List<HostProcess> group) {
        SortedMap<String, HostProcess> instances = new TreeMap<>();
        for (HostProcess process : group) {
            instance(process).ifPresent(key -> instances.putIfAbsent(key, process));
        }
        // A server that has started another one is its controller: both are one.
        boolean related = instances.values().stream()
                .anyMatch(one -> instances.values().stream().anyMatch(other -> tree.descends(one, other.pid())));
        if (instances.size() < 2 || related) {
            return List.of(group);
        }
        SortedMap<String, List<HostProcess>> parts = new TreeMap<>();
        String first = instances.firstKey();
        for (HostProcess process : group) {
            String key = keyOf(process, instances).orElse(first);
            parts.computeIfAbsent(key, k -> new ArrayList<>()).add(process);
        }
        return List.copyOf(parts.values());
    }

    /** The instance that a process is, or that it descends from, or that it watches over. */
    private Optional<String> keyOf(HostProcess process, SortedMap<String, HostProcess> instances) {
        return instance(process)
                .or(() -> instances.entrySet().stream()
                        .filter(entry -> tree.descends(process, entry.getValue().pid())
                                || tree.descends(entry.getValue(), process.pid()))
                        .map(Map.Entry::getKey)
                        .findFirst());
    }

    private static Optional<String> instance(HostProcess process) {
        String program = process.program();
        if (!program.equals("java") && !program.startsWith("jsvc")) {
            return Optional.empty();
        }
        JavaCommand command = JavaCommand.parse(process.arguments().orElse(List.of()));
        Stream<String> directory = DIRECTORIES.stream()
                .flatMap(name -> command.property(name).stream().map(value -> name + "=" + value));
        return directory
                .findFirst()
                .or(() -> command.kind() == JavaCommand.Kind.JAR ? Optional.of(command.main()) : Optional.empty());
    }
}
