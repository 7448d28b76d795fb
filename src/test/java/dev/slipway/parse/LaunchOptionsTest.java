package dev.slipway.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.facts.Jvm;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LaunchOptionsTest {

    @Test
    void options_that_a_unit_takes_from_its_file_of_variables_are_told_by_that_file() {
        List<Jvm> machines = FactParser.parse(RecordedHost.read("debian-12/units/spring-batch-root"))
                .jvms();

        assertThat(machines).singleElement().satisfies(jvm -> {
            assertThat(jvm.flags().orElse(List.of())).contains("-Xmx384m");
            assertThat(jvm.flagSources()).containsExactly("/etc/default/batch");
        });
    }
}
