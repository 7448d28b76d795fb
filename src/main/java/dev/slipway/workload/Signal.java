package dev.slipway.workload;

import java.util.List;
import java.util.Optional;

/**
 * Something by which a runtime is recognised. All its conditions have to hold.
 *
 * @param confidence how much it says, alone, for the runtime: 0..1
 */
record Signal(List<Condition> conditions, double confidence) {
    Signal {
        conditions = List.copyOf(conditions);
    }

    /**
     * That one of these texts is seen.
     *
     * @param patterns any of them
     */
    record Condition(View view, List<NamePattern> patterns) {
        Condition {
            patterns = List.copyOf(patterns);
        }

        Optional<String> match(Subject subject) {
            return view.of(subject).stream()
                    .filter(text -> patterns.stream().anyMatch(pattern -> pattern.matches(text)))
                    .findFirst();
        }
    }

    boolean matches(Subject subject) {
        return conditions.stream()
                .allMatch(condition -> condition.match(subject).isPresent());
    }
}
