package dev.slipway.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.evidence.Evidence;
import dev.slipway.facts.Fact;
import dev.slipway.facts.HostFacts;
import dev.slipway.facts.HostProcess;
import dev.slipway.facts.Jvm;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class JvmParserTest {

    @Test
    void with_root_a_tomcat_is_known_in_full() {
        Jvm jvm = only(recorded("debian-12/runtimes/found-root"));

        assertThat(jvm.pid()).isEqualTo(162);
        assertThat(jvm.version()).isEqualTo(Fact.known("17.0.19"));
        assertThat(jvm.majorVersion()).isEqualTo(Fact.known(17));
        assertThat(jvm.updateVersion()).isEqualTo(Fact.known(19));
        assertThat(jvm.vendor()).isEqualTo(Fact.known("Debian"));
        assertThat(jvm.machine()).isEqualTo(Fact.known("hotspot"));
        assertThat(jvm.home()).isEqualTo(Fact.known("/usr/lib/jvm/java-17-openjdk-amd64"));
        assertThat(jvm.mainClass()).isEqualTo(Fact.known("org.apache.catalina.startup.Bootstrap"));
        assertThat(jvm.maxHeapBytes()).isEqualTo(Fact.known(512L << 20));
        assertThat(jvm.initialHeapBytes()).isEqualTo(Fact.known(256L << 20));
        assertThat(jvm.maxHeapSet()).isEqualTo(Fact.known(true));
        assertThat(jvm.gc()).isEqualTo(Fact.known("G1"));
        assertThat(jvm.peakThreads().isKnown()).isTrue();
        assertThat(jvm.usedHeapBytes().isKnown()).isTrue();
        assertThat(jvm.metaspaceBytes().isKnown()).isTrue();
        assertThat(jvm.jmxPort()).isEqualTo(9010);
        assertThat(jvm.gcLog()).isEqualTo("/var/log/tomcat/gc.log");
        assertThat(jvm.heapDumpPath()).isEqualTo("/var/log/tomcat/");
        assertThat(jvm.flagSources()).containsExactly("JDK_JAVA_OPTIONS", "argv");
        assertThat(jvm.flags().orElse(List.of()))
                .contains("-Xmx512m", "-XX:+UseG1GC", "-Ddb.password=[REDACTED]", "-Dfile.encoding=ISO-8859-1")
                .startsWith("--add-opens=java.base/java.lang=ALL-UNNAMED");
        assertThat(jvm.classPath().orElse(List.of())).contains("/opt/tomcat/bin/bootstrap.jar");
        assertThat(jvm.nativeLibraries()).isEqualTo(Fact.known(List.of()));
        assertThat(jvm.evidence())
                .extracting(line -> line.probe() + "/" + line.item())
                .containsExactly("processes/cmdline", "jvm/counters");
    }

    @Test
    void without_root_it_is_known_from_its_command_line_and_release_alone() {
        Jvm jvm = only(recorded("debian-12/runtimes/found-user"));

        assertThat(jvm.version()).isEqualTo(Fact.known("17.0.19"));
        assertThat(jvm.home()).isEqualTo(Fact.known("/usr/lib/jvm/java-17-openjdk-amd64"));
        assertThat(jvm.maxHeapBytes()).isEqualTo(Fact.known(512L << 20));
        assertThat(jvm.gc()).isEqualTo(Fact.known("G1"));
        assertThat(jvm.flagSources()).containsExactly("argv");
        assertThat(jvm.usedHeapBytes()).isEqualTo(Fact.unknown("needs root"));
        assertThat(jvm.peakThreads()).isEqualTo(Fact.unknown("needs root"));
        assertThat(jvm.nativeLibraries()).isEqualTo(Fact.unknown("needs root"));
    }

    @Test
    void a_jar_with_options_from_an_environment_file() {
        Jvm jvm = only(recorded("debian-12/runtimes/boot-root"));

        assertThat(jvm.mainClass()).isEqualTo(Fact.known("/opt/batch/batch.jar"));
        assertThat(jvm.flags())
                .isEqualTo(Fact.known(List.of(
                        "-Xms128m",
                        "-Xmx384m",
                        "-XX:+UseSerialGC",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-Djava.net.preferIPv4Stack=true")));
        assertThat(jvm.maxHeapBytes()).isEqualTo(Fact.known(384L << 20));
        assertThat(jvm.gc()).isEqualTo(Fact.known("Serial"));
        assertThat(jvm.home()).isEqualTo(Fact.known("/usr/lib/jvm/java-17-openjdk-amd64"));
    }

    @Test
    void what_no_option_says_is_measured_or_unknown() {
        HostProcess java = process(5, "/opt/jdk8/bin/java", "/opt/jdk8/bin/java", "com.example.Main");
        Evidence measured =
                RecordedHost.asRoot().command("jvm", "counters", """
                        counters 5 /tmp/hsperfdata_app/5
                        java.property.java.home=/opt/jdk8/jre
                        java.property.java.version=1.8.0_181
                        java.property.java.vm.vendor=Oracle Corporation
                        java.rt.vmArgs=
                        sun.gc.collector.0.name=PSScavenge
                        sun.gc.generation.0.maxCapacity=1048576
                        sun.gc.generation.1.maxCapacity=2097152
                        sun.gc.policy.name=ParScav:MSC
                        """).evidence();

        Jvm known = only(new JvmParser().read(measured, host(java)));
        assertThat(known.gc()).isEqualTo(Fact.known("Parallel"));
        assertThat(known.maxHeapBytes()).isEqualTo(Fact.known(3L << 20));
        assertThat(known.maxHeapSet()).isEqualTo(Fact.known(false));
        assertThat(known.majorVersion()).isEqualTo(Fact.known(8));
        assertThat(known.updateVersion()).isEqualTo(Fact.known(181));
        assertThat(known.vendor()).isEqualTo(Fact.known("Oracle Corporation"));

        Jvm unknown = only(new JvmParser().read(RecordedHost.asUser().evidence(), host(java)));
        String reason = "no option says so, and the machine's counters could not be read";
        assertThat(unknown.gc()).isEqualTo(Fact.unknown(reason));
        assertThat(unknown.maxHeapBytes()).isEqualTo(Fact.unknown(reason));
        assertThat(unknown.version()).isEqualTo(Fact.unknown("not read"));
        assertThat(unknown.majorVersion()).isEqualTo(Fact.known(8));
    }

    @Test
    void openj9_is_told_by_its_release_and_has_a_collector_of_its_own() {
        HostProcess java = process(5, "/opt/semeru/bin/java", "java", "-Xverbosegclog:/var/log/gc.xml,5,1000", "Main");
        Evidence evidence = RecordedHost.asRoot()
                .file("jvm", "release", "/opt/semeru/release", """
                        IMPLEMENTOR="IBM Corporation"
                        JAVA_VERSION="11.0.22"
                        JVM_VARIANT="Openj9"
                        """)
                .evidence();

        Jvm jvm = only(new JvmParser().read(evidence, host(java)));

        assertThat(jvm.machine()).isEqualTo(Fact.known("openj9"));
        assertThat(jvm.gc()).isEqualTo(Fact.known("gencon"));
        assertThat(jvm.vendor()).isEqualTo(Fact.known("IBM Corporation"));
        assertThat(jvm.gcLog()).isEqualTo("/var/log/gc.xml");
    }

    @Test
    void agents_and_debuggers_are_seen() {
        HostProcess java = process(
                5,
                "/opt/java/bin/java",
                "java",
                "-javaagent:/opt/agent/skywalking.jar=agent.service_name=shop",
                "-agentlib:jdwp=transport=dt_socket,server=y,suspend=n,address=*:5005",
                "-Xlog:safepoint:stdout",
                "-Xlog:gc*,safepoint:\"file=/var/log/gc.log\":time",
                "Main");

        Jvm jvm = only(new JvmParser().read(RecordedHost.asRoot().evidence(), host(java)));

        assertThat(jvm.agents()).containsExactly("/opt/agent/skywalking.jar", "jdwp");
        assertThat(jvm.debugPort()).isEqualTo(5005);
        assertThat(jvm.gcLog()).isEqualTo("/var/log/gc.log");
    }

    @Test
    void options_in_argument_files_count() {
        HostProcess java =
                process(5, "/opt/java/bin/java", "java", "@conf/app.args").withWorkingDirectory(Fact.known("/srv/app"));
        Evidence evidence = RecordedHost.asRoot()
                .file("jvm", "options", "/srv/app/conf/app.args", "-Xmx1g\n-XX:+UseZGC\ncom.example.Main\n")
                .evidence();

        Jvm jvm = only(new JvmParser().read(evidence, host(java)));

        assertThat(jvm.maxHeapBytes()).isEqualTo(Fact.known(1L << 30));
        assertThat(jvm.gc()).isEqualTo(Fact.known("ZGC"));
        assertThat(jvm.flagSources()).containsExactly("conf/app.args");
    }

    @Test
    void what_only_mentions_java_is_no_virtual_machine() {
        HostProcess script = process(5, "/usr/bin/bash", "/bin/bash", "/opt/java", "-jar", "app.jar");
        HostProcess hidden = HostProcess.unread(6)
                .with(p -> p.name("bash").arguments(Fact.known(List.of("java", "-jar", "app.jar"))));
        HostProcess watcher = process(7, "/usr/bin/jsvc", "jsvc", "-user", "app", "Main");
        HostProcess child = process(8, "/usr/bin/jsvc", "jsvc", "-user", "app", "-Xmx1g", "Main")
                .withParentPid(7);

        HostFacts facts = new JvmParser().read(RecordedHost.asRoot().evidence(), host(script, hidden, watcher, child));

        assertThat(facts.jvms()).extracting(Jvm::pid).containsExactly(8);
    }

    @Test
    void nothing_that_a_host_says_makes_it_fail() {
        HostProcess java = process(5, "/opt/java/bin/java", "java", "-Xmx99999999999999999999g", "-Dx", "-jar");
        Evidence evidence = RecordedHost.asRoot()
                .command("jvm", "counters", "counters 5\n=\nx\ncounters 99999999999 /x\njava.rt.vmArgs= - --  -\u0000")
                .command("jvm", "programs", "5\n5 /\nfive /x")
                .file("jvm", "release", "/opt/java/release", "JAVA_VERSION=\nJAVA_VERSION=\"1.8.0_x\"\n\u0000")
                .evidence();

        Jvm jvm = only(new JvmParser().read(evidence, host(java)));

        assertThat(jvm.maxHeapBytes().isKnown()).isFalse();
        assertThat(jvm.mainClass().isKnown()).isFalse();
    }

    private static HostFacts recorded(String... transcripts) {
        HostFacts facts = HostFacts.unread("host");
        facts = new ProcessesParser().read(RecordedHost.read(transcripts[0]), facts);
        Evidence found = RecordedHost.read(transcripts[transcripts.length - 1]);
        return new JvmParser().read(found, new ProcessDetailsParser().read(found, facts));
    }

    private static HostFacts host(HostProcess... processes) {
        return HostFacts.unread("host").withProcesses(Stream.of(processes).toList());
    }

    private static HostProcess process(int pid, String executable, String... arguments) {
        return HostProcess.unread(pid)
                .with(p -> p.name("java").executable(Fact.known(executable)).arguments(Fact.known(List.of(arguments))));
    }

    private static Jvm only(HostFacts facts) {
        assertThat(facts.jvms()).hasSize(1);
        return facts.jvms().get(0);
    }
}
