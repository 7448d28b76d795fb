package dev.slipway.parse;

import dev.slipway.facts.EvidenceLine;
import dev.slipway.facts.Fact;
import dev.slipway.facts.HostProcess;
import dev.slipway.facts.Jvm;
import dev.slipway.facts.JvmBuilder;
import dev.slipway.jvm.JavaCommand;
import dev.slipway.jvm.JavaOption;
import dev.slipway.jvm.JavaOptions;
import dev.slipway.jvm.JavaVersion;
import dev.slipway.jvm.OptionSources;
import dev.slipway.jvm.PerformanceData;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Puts together what is known of one virtual machine. */
final class JvmReader {
    private static final String NO_FLAG = "no option says so, and the machine's counters could not be read";

    private final HostProcess process;
    private final JvmEvidence found;
    private final LaunchOptions launch;
    private final Optional<PerformanceData> counters;
    private final JavaCommand command;
    private final Optional<String> home;
    private final SortedMap<String, String> release;

    JvmReader(HostProcess process, JvmEvidence found, LaunchOptions launch) {
        this.process = process;
        this.launch = launch;
        this.found = found;
        this.counters = found.countersOf(process.pid());
        this.command = JavaCommand.parse(process.arguments().orElse(List.of()));
        this.home = home();
        this.release = home.map(found::release).orElse(new TreeMap<>());
    }

    Jvm read() {
        JvmBuilder jvm = JvmBuilder.builder(Jvm.unread(process.pid()));
        release(jvm);
        if (process.arguments().isKnown() || counters.isPresent()) {
            JavaOptions options = options();
            flags(jvm, options);
            memory(jvm, options);
            JvmDiagnostics.add(jvm, options);
        }
        counted(jvm);
        jvm.nativeLibraries(process.libraries().map(this::ownLibraries));
        List<EvidenceLine> evidence = new ArrayList<>(process.evidence());
        found.placeOf(process.pid()).ifPresent(evidence::add);
        return jvm.evidence(evidence).build();
    }

    private Optional<String> home() {
        Optional<String> program = process.executable()
                .toOptional()
                .or(() -> Optional.ofNullable(found.programs().get(process.pid())))
                .or(() -> process.arguments().toOptional().stream()
                        .flatMap(List::stream)
                        .findFirst()
                        // /usr/bin/java is a link to the runtime, not the runtime.
                        .filter(path -> path.startsWith("/") && !path.startsWith("/usr/bin/")));
        return counters.flatMap(data -> data.find("java.property.java.home"))
                .or(() -> program.filter(path -> path.endsWith("/bin/java"))
                        .map(path -> path.substring(0, path.length() - "/bin/java".length())));
    }

    private void release(JvmBuilder jvm) {
        Optional<JavaVersion> version = counters.flatMap(data -> data.find("java.property.java.version"))
                .or(() -> Optional.ofNullable(release.get("JAVA_VERSION")))
                .flatMap(JavaVersion::parse);
        String reason = found.counters().reason(process.pid());
        jvm.version(Fact.of(version.map(JavaVersion::text), reason));
        jvm.majorVersion(
                Fact.of(version.map(JavaVersion::major).or(() -> home.flatMap(JavaVersion::majorInPath)), reason));
        jvm.updateVersion(Fact.of(version.map(JavaVersion::update), reason));
        jvm.vendor(Fact.of(
                counters.flatMap(data -> data.find("java.property.java.vm.vendor"))
                        .or(() -> Optional.ofNullable(release.get("IMPLEMENTOR"))),
                reason));
        jvm.machine(Fact.of(machine(), reason));
        jvm.home(Fact.of(home, reason));
    }

    /** Only HotSpot publishes these counters; a release file says so if the machine is another one. */
    private Optional<String> machine() {
        String text = String.join(" ", release.values()) + " " + home.orElse("") + " " + command.options();
        if (text.contains("OpenJ9")
                || text.contains("Openj9")
                || text.contains("ibm-java")
                || text.contains("-Xgcpolicy")) {
            return Optional.of("openj9");
        } else if (text.contains("jrockit")) {
            return Optional.of("jrockit");
        }
        return counters.isPresent() || !release.isEmpty() ? Optional.of("hotspot") : Optional.empty();
    }

    private JavaOptions options() {
        TreeMap<String, String> files = new TreeMap<>();
        for (String name : command.optionFiles()) {
            String path =
                    name.startsWith("/") ? name : process.workingDirectory().orElse("") + "/" + name;
            Optional.ofNullable(found.files().get(path)).ifPresent(item -> files.put(name, item.text()));
        }
        return new OptionSources(
                        command,
                        process.environment().orElse(new TreeMap<>()),
                        files,
                        counters.flatMap(data -> data.find("java.rt.vmArgs")),
                        counters.flatMap(data -> data.find("java.rt.vmFlags")))
                .merge();
    }

    private void flags(JvmBuilder jvm, JavaOptions options) {
        jvm.flags(Fact.known(options.effective().stream().map(JavaOption::text).toList()));
        jvm.flagSources(options.effective().stream()
                .map(this::place)
                .distinct()
                .sorted()
                .toList());
        Optional<String> main = Optional.of(command.main())
                .filter(name -> !name.isEmpty())
                .or(() -> counters.flatMap(data -> data.find("sun.rt.javaCommand"))
                        .map(text -> text.split(" ", 2)[0]));
        jvm.mainClass(Fact.of(main, "the command line does not name it"));
        Optional<List<String>> classPath = counters.flatMap(data -> data.find("java.property.java.class.path"))
                .map(path -> Arrays.asList(path.split(":")));
        jvm.classPath(Fact.known(command.classPath().isEmpty() ? classPath.orElse(List.of()) : command.classPath()));
    }

    /** A script puts options of a file on the command line; the file is what has to be changed. */
    private String place(JavaOption option) {
        return option.source().equals(OptionSources.ARGV)
                ? launch.placeOf(option.text(), OptionSources.ARGV)
                : option.source();
    }

    private void memory(JvmBuilder jvm, JavaOptions options) {
        Optional<Long> set = options.bytes("MaxHeapSize");
        jvm.maxHeapBytes(Fact.of(set.or(() -> counters.flatMap(PerformanceData::maxHeapBytes)), NO_FLAG));
        jvm.maxHeapSet(Fact.known(set.isPresent()
                || List.of("MaxRAMPercentage", "MaxRAMFraction", "MaxRAM").stream()
                        .anyMatch(name -> options.find(name).isPresent())));
        jvm.initialHeapBytes(Fact.known(options.bytes("InitialHeapSize").orElse(0L)));
        Optional<String> defaultPolicy = machine().filter("openj9"::equals).map(machine -> "gencon");
        jvm.gc(Fact.of(
                options.collector()
                        .or(() -> counters.flatMap(PerformanceData::collector))
                        .or(() -> defaultPolicy),
                NO_FLAG));
    }

    private void counted(JvmBuilder jvm) {
        String reason = found.counters().reason(process.pid());
        jvm.usedHeapBytes(Fact.of(counters.flatMap(PerformanceData::usedHeapBytes), reason));
        jvm.metaspaceBytes(Fact.of(counters.flatMap(PerformanceData::metaspaceBytes), reason));
        jvm.peakThreads(Fact.of(
                counters.flatMap(data -> data.number("java.threads.livePeak")).map(Long::intValue), reason));
    }

    /** Libraries that neither the runtime nor the distribution brought. */
    private List<String> ownLibraries(List<String> libraries) {
        return libraries.stream()
                .filter(path ->
                        home.filter(runtime -> path.startsWith(runtime + "/")).isEmpty())
                .filter(path -> !path.startsWith("/lib") && !path.startsWith("/usr/lib"))
                .toList();
    }
}
