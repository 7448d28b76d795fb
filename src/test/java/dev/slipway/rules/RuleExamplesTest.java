package dev.slipway.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.assess.Target;
import dev.slipway.schedule.JudgedJob;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every example in every built-in rule comes out as its file says. */
final class RuleExamplesTest {
    private static final FactSchema SCHEMA = FactSchema.of(JudgedJob.class, Target.class);

    @TestFactory
    Stream<DynamicTest> examples_come_out_as_their_rule_says() {
        return RuleFiles.builtIn().stream()
                .map(rule -> DynamicTest.dynamicTest(
                        rule.id(),
                        () -> assertThat(RuleExamples.run(rule, SCHEMA))
                                .extracting(RuleExamples.Failure::describe)
                                .isEmpty()));
    }
}
