package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.rules.RuleFiles;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class RulesCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... args) {
        return Slipway.run(
                new Surroundings(
                        new PrintWriter(out, true), new PrintWriter(err, true), new TreeMap<>(), Prompt.NOBODY),
                args);
    }

    @Test
    void lists_every_rule_under_its_concern_within_80_columns() {
        int status = run("rules", "list");

        List<String> lines = out.toString().lines().toList();
        assertThat(status).isZero();
        assertThat(lines).allMatch(line -> line.length() <= 80);
        assertThat(out.toString()).startsWith("""
                  rule       as it is  drafted   title

                state (18 % of the score)
                  STATE-001  high      medium    Sessions live in the memory of one Java process
                  STATE-002  medium    low       Tomcat writes sessions to SESSIONS.ser at the
                                                 stop
                """);
        assertThat(lines.stream().filter(line -> line.matches("  [A-Z]+-[0-9]{3} .*")))
                .hasSameSizeAs(RuleFiles.builtIn());
    }

    @Test
    void explains_a_rule_with_its_reasons() {
        int status = run("rules", "explain", "jvm-010");

        assertThat(status).isZero();
        assertThat(out.toString()).isEqualTo("""
                # JVM-010: Container support is switched off

                jvm: severity high, with the draft none. Effort: 0 story points.

                ## Why

                Java then reads processors and memory of the node and takes more than the Pod is
                given, until the kernel kills it.

                ## What to do

                Remove the option.

                ## In the drafts

                The option is left out.

                ## Condition

                Asked about each of `jvms`.

                Applies where

                ```
                workload.kind == "application"
                ```

                Fires where

                ```
                it.flags.exists(flag, flag == "-XX:-UseContainerSupport")
                ```

                ## References

                - [The java command: UseContainerSupport](https://docs.oracle.com/en/java/javase/17/docs/specs/man/java.html)
                """);
    }

    @Test
    void writes_a_rule_as_json() {
        int status = run("rules", "explain", "JVM-010", "--json");

        assertThat(status).isZero();
        assertThat(out.toString()).startsWith("""
                {
                  "id" : "JVM-010",
                  "concern" : "jvm",
                  "severity" : "high",
                  "residual" : "none",
                  "subject" : "jvms",
                """);
    }

    @Test
    void an_unknown_id_is_a_mistake_with_the_nearest_id() {
        int status = run("rules", "explain", "JVM-910");

        assertThat(status).isEqualTo(ExitStatus.USAGE);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString()).contains("there is no rule 'JVM-910'; did you mean 'JVM-0");
    }

    @Test
    void breaks_text_between_words_only() {
        assertThat(Paragraph.wrap("one two  three\nfour", 7, "> ")).isEqualTo("one two\n> three\n> four");
        assertThat(Paragraph.wrap("a https://example.com/long b", 6, "")).isEqualTo("a\nhttps://example.com/long\nb");
    }
}
