package dev.slipway.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class OptionSourcesTest {
    private static final TreeMap<String, String> NONE = new TreeMap<>();

    @Test
    void the_last_variable_beats_the_command_line_which_beats_the_first() {
        TreeMap<String, String> environment = new TreeMap<>();
        environment.put("JAVA_TOOL_OPTIONS", "-Xmx50m -Xms5m '-Dname=two words'");
        environment.put("JDK_JAVA_OPTIONS", "-Xss1m");
        environment.put("_JAVA_OPTIONS", "-Xmx70m");

        JavaOptions options = sources("java -Xmx60m -Xms6m -Xss2m Main", environment, NONE, Optional.empty());

        assertThat(options.effective())
                .containsExactly(
                        new JavaOption("-Dname=two words", "JAVA_TOOL_OPTIONS"),
                        new JavaOption("-Xms6m", "argv"),
                        new JavaOption("-Xss2m", "argv"),
                        new JavaOption("-Xmx70m", "_JAVA_OPTIONS"));
        assertThat(options.bytes("MaxHeapSize")).contains(70L << 20);
        assertThat(options.property("name")).contains("two words");
    }

    @Test
    void files_that_the_command_line_names_add_theirs() {
        TreeMap<String, String> files = new TreeMap<>();
        files.put("/etc/app.args", "# heap\n-Xmx90m\n-cp /x.jar\nMain\n");
        files.put("vm.options", "-XX:+UseParallelGC\n");
        files.put("flags", "MaxMetaspaceSize=64m +AlwaysPreTouch");

        JavaOptions options = sources(
                "java -XX:VMOptionsFile=vm.options -XX:Flags=flags @/etc/app.args", NONE, files, Optional.empty());

        assertThat(options.collector()).contains("Parallel");
        assertThat(options.bytes("MaxMetaspaceSize")).contains(64L << 20);
        assertThat(options.flag("AlwaysPreTouch")).contains(true);
        assertThat(options.find("MaxHeapSize")).contains(new JavaOption("-Xmx90m", "/etc/app.args"));
    }

    /** As JDK 17 shows it for these sources. */
    @Test
    void measured_options_are_all_and_are_traced_to_their_sources() {
        TreeMap<String, String> environment = new TreeMap<>();
        environment.put("JAVA_TOOL_OPTIONS", "-Db=2 -Xms20m");
        environment.put("JDK_JAVA_OPTIONS", "-Da=1");

        JavaOptions options = sources(
                "java -Dtext=a -b -Xmx300m Main",
                environment,
                NONE,
                Optional.of("-Db=2 -Xms20m -Da=1 -Dtext=a -b -Xmx300m -Dc=3"));

        assertThat(options.all())
                .containsExactly(
                        new JavaOption("-Db=2", "JAVA_TOOL_OPTIONS"),
                        new JavaOption("-Xms20m", "JAVA_TOOL_OPTIONS"),
                        new JavaOption("-Da=1", "JDK_JAVA_OPTIONS"),
                        new JavaOption("-Dtext=a", "argv"),
                        new JavaOption("-b", "argv"),
                        new JavaOption("-Xmx300m", "argv"),
                        new JavaOption("-Dc=3", "environment"));
    }

    @Test
    void measured_options_that_were_cut_give_way_to_their_sources() {
        TreeMap<String, String> environment = new TreeMap<>();
        environment.put("_JAVA_OPTIONS", "-Xss3m");

        JavaOptions options =
                sources("java -server -Xms1m -Xmx300m Main", environment, NONE, Optional.of("-Xms1m -Xmx30"));

        assertThat(options.effective())
                .extracting(JavaOption::text)
                .containsExactly("-server", "-Xms1m", "-Xmx300m", "-Xss3m");
    }

    @Test
    void an_option_of_the_command_line_keeps_its_blanks() {
        JavaCommand command = JavaCommand.parse(List.of("java", "-Dtitle=my -Xmx9m app", "Main"));

        JavaOptions options = new OptionSources(
                        command, NONE, NONE, Optional.of("-Dtitle=my -Xmx9m app"), Optional.of("MaxHeapSize=8m"))
                .merge();

        assertThat(options.all())
                .containsExactly(
                        new JavaOption("-XX:MaxHeapSize=8m", "-XX:Flags="),
                        new JavaOption("-Dtitle=my -Xmx9m app", "argv"));
    }

    @Test
    void long_and_short_forms_are_one_option_and_some_options_add_up() {
        JavaOptions options = sources(
                "java -XX:MaxHeapSize=1g -Xmx2g -XX:+UseG1GC -XX:-UseG1GC -javaagent:/a.jar -javaagent:/b.jar Main",
                NONE,
                NONE,
                Optional.empty());

        assertThat(options.effective())
                .extracting(JavaOption::text)
                .containsExactly("-Xmx2g", "-XX:-UseG1GC", "-javaagent:/a.jar", "-javaagent:/b.jar");
        assertThat(options.collector()).isEmpty();
        assertThat(options.values("-javaagent:")).containsExactly("/a.jar", "/b.jar");
    }

    @Test
    void sizes_are_read_as_the_machine_reads_them() {
        assertThat(MemorySize.parse("512m")).contains(536870912L);
        assertThat(MemorySize.parse("2G")).contains(2147483648L);
        assertThat(MemorySize.parse("1024")).contains(1024L);
        assertThat(MemorySize.parse("12x")).isEmpty();
        assertThat(MemorySize.parse("999999999999t")).isEmpty();
        assertThat(MemorySize.parse("[REDACTED]")).isEmpty();
    }

    private static JavaOptions sources(
            String line,
            TreeMap<String, String> environment,
            TreeMap<String, String> files,
            Optional<String> measured) {
        JavaCommand command = JavaCommand.parse(List.of(line.split(" ")));
        return new OptionSources(command, environment, files, measured, Optional.empty()).merge();
    }
}
