package dev.slipway.parse;

import dev.slipway.facts.Fact;
import dev.slipway.facts.HostProcess;
import dev.slipway.facts.Jvm;
import dev.slipway.facts.LogFile;
import dev.slipway.facts.LogFile.Via;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The log that a garbage collector writes of its work. */
final class GcLog {
    private GcLog() {}

    /** The log; empty if the machine writes none, or none to a file. */
    static Optional<LogFile> of(Jvm jvm, List<HostProcess> processes) {
        Optional<HostProcess> process =
                processes.stream().filter(found -> found.pid() == jvm.pid()).findFirst();
        String written = jvm.gcLog().replaceAll("%(?:pid|p|t|hn)", "*");
        String folder =
                process.map(found -> found.workingDirectory().orElse("")).orElse("");
        String path = written.startsWith("/") ? written : folder + "/" + written;
        if (written.isEmpty() || !path.startsWith("/")) {
            return Optional.empty();
        }
        return Optional.of(LogFile.unread(path, Via.FILE)
                .with(log -> log.writer(process.map(LogWriter::of).orElse("java"))
                        .pids(List.of(jvm.pid()))
                        .rotatedBy(rotatedBy(jvm))
                        .evidence(jvm.evidence().stream().limit(1).toList())));
    }

    /** Since Java 9 it begins a new file every 20 MB and keeps five, if nothing else is said; before, only if it is told to. */
    private static Fact<String> rotatedBy(Jvm jvm) {
        Stream<String> flags = jvm.flags().orElse(List.of()).stream();
        boolean unified = jvm.flags().orElse(List.of()).stream().anyMatch(flag -> flag.startsWith("-Xlog:"));
        if (!unified && !jvm.majorVersion().isKnown()) {
            return Fact.unknown("it depends on Java's version, which is not known");
        }
        if (unified || jvm.majorVersion().orElse(0) > 8) {
            boolean off = flags.anyMatch(flag -> flag.startsWith("-Xlog:") && flag.matches(".*filecount=0(?:,.*)?"));
            return Fact.known(off ? "" : "jvm");
        }
        return Fact.known(flags.anyMatch("-XX:+UseGCLogFileRotation"::equals) ? "jvm" : "");
    }
}
