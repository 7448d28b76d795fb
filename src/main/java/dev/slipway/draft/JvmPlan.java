package dev.slipway.draft;

import dev.slipway.facts.Jvm;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The options of a Java virtual machine, rewritten for a container.
 *
 * @param options what it would get, in order
 * @param dropped what it would not get, with the reason
 * @param majorVersion Java of the image; 0 if not known
 */
record JvmPlan(List<String> options, List<Dropped> dropped, int majorVersion) {
    private static final Pattern OLD_GC_LOG = Pattern.compile(
            "-Xloggc:.*|-verbose:gc|-XX:[+-](PrintGC.*|PrintTenuring.*|PrintHeapAtGC.*|PrintReference.*|PrintAdaptive.*|UseGCLogFileRotation)|-XX:(NumberOfGCLogFiles|GCLogFileSize)=.*|-Xlog:gc.*");
    private static final Pattern COLLECTOR_CMS = Pattern.compile(
            "-XX:[+-](UseConcMarkSweepGC|UseParNewGC|CMS.*|UseCMS.*|ExplicitGCInvokesConcurrentAndUnloadsClasses)|-XX:CMS.*");
    private static final Pattern GONE =
            Pattern.compile("-XX:(Max)?PermSize=.*|-XX:[+-](AggressiveOpts|UseCGroupMemoryLimitForHeap|UseBiasedLocking"
                    + "|UseFastAccessorMethods|UseSplitVerifier|UseAltSigs)|-d32|-d64|-Xrun.*|-XX:MaxGCPauses.*");
    private static final Pattern HEAP = Pattern.compile("-Xm[sxn].*|-XX:(Max|Initial|Min)?HeapSize=.*"
            + "|-XX:(Initial|Max|Min)RAM(Percentage|Fraction)?=.*|-XX:(Max)?NewSize=.*");
    private static final Pattern DUMP = Pattern.compile(
            "-XX:HeapDumpPath=.*|-XX:ErrorFile=.*|-XX:[+-](HeapDumpOnOutOfMemoryError|ExitOnOutOfMemoryError|CrashOnOutOfMemoryError"
                    + "|CreateCoredumpOnCrash)|-XX:OnOutOfMemoryError=.*|-XX:OnError=.*");
    private static final Pattern REMOTE = Pattern.compile(
            "-Dcom\\.sun\\.management\\..*|-Djava\\.rmi\\.server\\.hostname=.*|-agentlib:jdwp.*|-Xdebug|-Xnoagent");
    private static final Pattern MACHINE = Pattern.compile(
            "-XX:(ParallelGCThreads|ConcGCThreads|ParallelCMSThreads|CICompilerCount|ActiveProcessorCount|LargePageSizeInBytes)=.*"
                    + "|-XX:[+-](UseLargePages|UseNUMA|AlwaysPreTouch|UseTransparentHugePages)|-server|-client");
    private static final Pattern SERVER =
            Pattern.compile("-Dcatalina\\..*|-Djava\\.util\\.logging\\.(config\\.file|manager)=.*"
                    + "|-Djava\\.endorsed\\.dirs=.*|-Dignore\\.endorsed\\.dirs=.*|-Djava\\.io\\.tmpdir=.*|-classpath|-cp"
                    + "|--add-opens=java\\.(base|rmi)/.*=ALL-UNNAMED|-Djdk\\.tls\\.ephemeralDHKeySize=2048"
                    + "|-Djava\\.protocol\\.handler\\.pkgs=org\\.apache\\.catalina\\.webresources"
                    + "|-Dorg\\.apache\\.catalina\\.security\\.SecurityListener\\.UMASK=.*");

    JvmPlan {
        options = List.copyOf(options);
        dropped = List.copyOf(dropped);
    }

    /** An option that the container does not get. */
    record Dropped(String option, String reason) {}

    static JvmPlan of(Jvm jvm, MemoryPlan memory, int targetJdk) {
        int major = targetJdk > 0 ? targetJdk : jvm.majorVersion().orElse(0);
        List<String> options = new ArrayList<>();
        List<Dropped> dropped = new ArrayList<>();
        for (String flag : jvm.flags().orElse(List.of())) {
            String reason = reasonToDrop(flag, major);
            if (!reason.isEmpty()) {
                dropped.add(new Dropped(flag, reason));
            } else if (!options.contains(flag)) {
                options.add(flag);
            }
        }
        List<String> all = new ArrayList<>(memory(jvm, memory, major));
        all.addAll(options);
        all.addAll(diagnostics(major));
        return new JvmPlan(all, dropped, major);
    }

    private static String reasonToDrop(String flag, int major) {
        if (flag.contains("[REDACTED]")
                || flag.startsWith("-D") && ObjectName.soundsSecret(flag.replaceFirst("=.*", ""))) {
            return "it carries a secret; mount it as a file instead";
        } else if (HEAP.matcher(flag).matches()) {
            return "the heap follows the container's memory limit";
        } else if (OLD_GC_LOG.matcher(flag).matches()) {
            return "the collector logs to standard output";
        } else if (DUMP.matcher(flag).matches()) {
            return "dumps go to a volume, under a name of the pod's own";
        } else if (REMOTE.matcher(flag).matches()) {
            return "an open door without authentication; use kubectl port-forward when needed";
        } else if (flag.startsWith("-javaagent:") || flag.startsWith("-agentpath:") || flag.startsWith("-agentlib:")) {
            return "the agent's files have to be in the image first";
        } else if (MACHINE.matcher(flag).matches()) {
            return "the JVM derives it from the container's limits";
        } else if (SERVER.matcher(flag).matches()) {
            return "the image's start script sets it";
        } else if (COLLECTOR_CMS.matcher(flag).matches() && major >= 14) {
            return "Java " + major + " has no CMS collector; G1 takes its place";
        } else if (GONE.matcher(flag).matches() && major >= 8) {
            return "Java " + major + " does not need or know it";
        }
        return writable(flag) ? "" : "it cannot be written into JAVA_TOOL_OPTIONS";
    }

    private static boolean writable(String flag) {
        return flag.startsWith("-")
                && flag.codePoints().noneMatch(c -> c < 0x20 || c == 0x7f)
                && !(flag.contains("'") && flag.contains("\""));
    }

    private static List<String> memory(Jvm jvm, MemoryPlan memory, int major) {
        if (explicit(jvm, memory) || major > 0 && major < 8) {
            return List.of("-Xms" + memory.heapMiB() + "m", "-Xmx" + memory.heapMiB() + "m");
        }
        return List.of(String.format(Locale.ROOT, "-XX:MaxRAMPercentage=%.1f", memory.heapPercentage()));
    }

    /** Whether somebody set the size of the heap on purpose, or it is too small to be left to a share. */
    private static boolean explicit(Jvm jvm, MemoryPlan memory) {
        boolean same = jvm.maxHeapSet().orElse(false)
                && jvm.initialHeapBytes().isKnown()
                && jvm.initialHeapBytes().equals(jvm.maxHeapBytes());
        return same || memory.limitMiB() < 512;
    }

    private static List<String> diagnostics(int major) {
        List<String> options = new ArrayList<>(List.of(
                "-XX:+HeapDumpOnOutOfMemoryError",
                "-XX:HeapDumpPath=/dumps/$(POD_NAME).hprof",
                "-XX:ErrorFile=/dumps/$(POD_NAME)-hs_err.log",
                "-XX:+ExitOnOutOfMemoryError"));
        if (major >= 9) {
            options.add("-Xlog:gc*:stdout:time,level,tags");
        } else if (major == 8) {
            options.add("-XX:+PrintGCDetails");
            options.add("-XX:+PrintGCDateStamps");
        }
        return options;
    }

    /** The options as one variable: {@code JAVA_TOOL_OPTIONS} knows quotes, and the kubelet expands {@code $(NAME)}. */
    String toolOptions() {
        List<String> words = new ArrayList<>();
        for (String option : options) {
            String text = option.contains("$(POD_NAME)") ? option : option.replace("$(", "$$(");
            words.add(quoted(text));
        }
        return String.join(" ", words);
    }

    private static String quoted(String word) {
        boolean needed = word.codePoints().anyMatch(c -> c == ' ' || c == '\'' || c == '"');
        if (!needed) {
            return word;
        }
        return word.contains("'") ? "\"" + word + "\"" : "'" + word + "'";
    }
}
