package dev.slipway.parse;

import dev.slipway.evidence.Evidence;
import dev.slipway.facts.HostFacts;
import dev.slipway.facts.HostProcess;
import dev.slipway.facts.Jvm;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The Java virtual machines among the processes: their command lines, and what the probe {@code jvm} brought. */
final class JvmParser implements Parser {
    private static final String COMMONS_DAEMON = "jsvc";

    @Override
    public HostFacts read(Evidence evidence, HostFacts soFar) {
        JvmEvidence found = JvmEvidence.of(evidence);
        List<Jvm> jvms = new ArrayList<>(soFar.jvms());
        soFar.processes().stream()
                .filter(process -> isJvm(process, soFar.processes()))
                .map(process ->
                        new JvmReader(process, found, LaunchOptions.of(process, soFar.units(), evidence)).read())
                .forEach(jvms::add);
        return soFar.withJvms(jvms);
    }

    /** Whether a process is a virtual machine: its program is the launcher, whatever its arguments mention. */
    private static boolean isJvm(HostProcess process, List<HostProcess> all) {
        String program = process.program();
        if (program.startsWith(COMMONS_DAEMON)) {
            // The machine is in the child; its parent, with the same command line, only watches over it.
            return parent(process, all)
                            .filter(parent -> parent.program().startsWith(COMMONS_DAEMON))
                            .isPresent()
                    || all.stream().noneMatch(other -> other.parentPid() == process.pid());
        }
        boolean launcher = program.equals("java") || program.equals("javaw");
        // A script of that name shows its shell as the program; where the program is hidden, the kernel's name tells.
        return launcher && (process.executable().isKnown() || process.name().equals("java"));
    }

    private static Optional<HostProcess> parent(HostProcess process, List<HostProcess> all) {
        return all.stream().filter(other -> other.pid() == process.parentPid()).findFirst();
    }
}
