package dev.slipway.facts;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;

/**
 * A running Java virtual machine.
 *
 * @param version {@code 17.0.15}, {@code 1.8.0_181}
 * @param majorVersion {@code 8} for 1.8
 * @param updateVersion the update of a Java 8 or older ({@code 181}), else the third number ({@code 15})
 * @param vendor {@code Debian}, {@code Oracle Corporation}
 * @param machine {@code hotspot}, {@code openj9}, {@code jrockit}
 * @param home directory of the runtime
 * @param flags effective options in order, secrets redacted: {@code -Xmx512m}, {@code -XX:+UseG1GC}, {@code -Dx=y}
 * @param flagSources where options came from, one of {@code argv}, {@code JAVA_TOOL_OPTIONS}, {@code argfile} ... or a path
 * @param mainClass main class, or the jar after {@code -jar}
 * @param classPath entries of the class path in order
 * @param maxHeapBytes what the collector may use at most; from {@code -Xmx} or measured
 * @param maxHeapSet whether an option sets it
 * @param initialHeapBytes {@code -Xms}; 0 if not set
 * @param gc {@code G1}, {@code Serial}, {@code Parallel}, {@code CMS}, {@code ZGC}, {@code Shenandoah}, {@code Epsilon}
 * @param usedHeapBytes heap in use when it was looked at
 * @param metaspaceBytes metaspace in use
 * @param peakThreads most threads at once
 * @param agents paths or names after {@code -javaagent}, {@code -agentpath}, {@code -agentlib}
 * @param jmxPort remote JMX port; 0 if none
 * @param debugPort port of a debug agent; 0 if none
 * @param gcLog file of the collector's log; empty if none
 * @param heapDumpPath where a heap dump would go; empty if it is the working directory
 * @param nativeLibraries libraries loaded that belong neither to the runtime nor to the distribution
 */
@RecordBuilder
public record Jvm(
        int pid,
        Fact<String> version,
        Fact<Integer> majorVersion,
        Fact<Integer> updateVersion,
        Fact<String> vendor,
        Fact<String> machine,
        Fact<String> home,
        Fact<List<String>> flags,
        List<String> flagSources,
        Fact<String> mainClass,
        Fact<List<String>> classPath,
        Fact<Long> maxHeapBytes,
        Fact<Boolean> maxHeapSet,
        Fact<Long> initialHeapBytes,
        Fact<String> gc,
        Fact<Long> usedHeapBytes,
        Fact<Long> metaspaceBytes,
        Fact<Integer> peakThreads,
        List<String> agents,
        int jmxPort,
        int debugPort,
        String gcLog,
        String heapDumpPath,
        Fact<List<String>> nativeLibraries,
        String workload,
        List<EvidenceLine> evidence)
        implements JvmBuilder.With {

    public Jvm {
        flagSources = List.copyOf(flagSources);
        agents = List.copyOf(agents);
        evidence = List.copyOf(evidence);
    }

    /** A virtual machine of which only the process is known. */
    public static Jvm unread(int pid) {
        String reason = "not read";
        return new Jvm(
                pid,
                Fact.unknown(reason),
                Fact.unknown(reason),
                Fact.unknown(reason),
                Fact.unknown(reason),
                Fact.unknown(reason),
                Fact.unknown(reason),
                Fact.unknown(reason),
                List.of(),
                Fact.unknown(reason),
                Fact.unknown(reason),
                Fact.unknown(reason),
                Fact.unknown(reason),
                Fact.unknown(reason),
                Fact.unknown(reason),
                Fact.unknown(reason),
                Fact.unknown(reason),
                Fact.unknown(reason),
                List.of(),
                0,
                0,
                "",
                "",
                Fact.unknown(reason),
                "",
                List.of());
    }
}
