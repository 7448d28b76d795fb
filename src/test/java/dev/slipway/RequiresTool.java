package dev.slipway;

import java.io.File;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** A test that asks a program of this machine; where the program is missing it is skipped, and the report names it. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(RequiresTool.OnPath.class)
public @interface RequiresTool {

    /** Names of the programs. */
    String[] value();

    /** Looks for the programs in the search path. */
    final class OnPath implements ExecutionCondition {
        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            List<String> missing = AnnotationSupport.findAnnotation(context.getElement(), RequiresTool.class)
                    .map(needed -> Arrays.stream(needed.value())
                            .filter(tool -> !isOnPath(tool))
                            .toList())
                    .orElse(List.of());
            return missing.isEmpty()
                    ? ConditionEvaluationResult.enabled("the tools are there")
                    : ConditionEvaluationResult.disabled("not installed here: " + String.join(", ", missing));
        }

        private static boolean isOnPath(String tool) {
            return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                    .anyMatch(folder -> Files.isExecutable(Path.of(folder, tool)));
        }
    }
}
