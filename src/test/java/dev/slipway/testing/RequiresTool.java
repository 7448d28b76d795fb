package dev.slipway.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * A test that needs programs of the machine. Without them it is skipped by name, unless the environment variable
 * {@code SLIPWAY_REQUIRE} names one that is missing ({@code sshd,strace}) or says {@code all}: then it fails.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(RequiresTool.Condition.class)
public @interface RequiresTool {

    /** Names of programs: {@code sshd}. */
    String[] value();

    /** Looks for the programs. */
    final class Condition implements ExecutionCondition {

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            Optional<RequiresTool> needs = AnnotationSupport.findAnnotation(context.getElement(), RequiresTool.class);
            List<String> missing = needs.stream()
                    .flatMap(each -> Arrays.stream(each.value()))
                    .filter(tool -> Shell.find(tool).isEmpty())
                    .toList();
            if (missing.isEmpty()) {
                return ConditionEvaluationResult.enabled("all tools are there");
            }
            String message = "missing: " + String.join(", ", missing);
            List<String> required = Arrays.asList(Optional.ofNullable(System.getenv("SLIPWAY_REQUIRE"))
                    .orElse("")
                    .split("[,\\s]+"));
            if (required.contains("all") || missing.stream().anyMatch(required::contains)) {
                throw new IllegalStateException(message + ", and SLIPWAY_REQUIRE says that it must be there");
            }
            return ConditionEvaluationResult.disabled(message);
        }
    }
}
