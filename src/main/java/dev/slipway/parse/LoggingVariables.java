package dev.slipway.parse;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** What <code>${name}</code>, <code>${sys:name}</code> and <code>${name:-otherwise}</code> stand for in a logging configuration. */
final class LoggingVariables {
    private static final int MAX_ROUNDS = 20;

    private final SortedMap<String, String> own = new TreeMap<>();
    private final Function<String, Optional<String>> surroundings;

    /** Variables of a file in these surroundings: properties of the virtual machine, environment, the framework. */
    LoggingVariables(Function<String, Optional<String>> surroundings) {
        this.surroundings = surroundings;
    }

    /** A property that the file defines itself. */
    void define(String name, String value) {
        own.put(name, value);
    }

    /** The value of a name in the surroundings; empty if it has none there. */
    Optional<String> outside(String name) {
        return surroundings.apply(name);
    }

    /** The text with what is known replaced; what is not stays. */
    String resolve(String text) {
        String result = text;
        int from = 0;
        for (int round = 0; round < MAX_ROUNDS; round++) {
            int end = result.indexOf('}', from);
            int start = end < 0 ? -1 : result.lastIndexOf("${", end);
            if (start < 0) {
                return result;
            }
            Optional<String> value = value(result.substring(start + 2, end));
            if (value.isPresent()) {
                result = result.substring(0, start) + value.get() + result.substring(end + 1);
                from = 0;
            } else {
                from = end + 1;
            }
        }
        return result;
    }

    private Optional<String> value(String expression) {
        int otherwise = expression.indexOf(":-");
        String name = otherwise < 0 ? expression : expression.substring(0, otherwise);
        String plain = name.replaceFirst("^(?:sys|env|spring|ctx|bundle|main|web):", "");
        return Optional.ofNullable(own.get(plain))
                .or(() -> surroundings.apply(plain))
                .or(() -> otherwise < 0 ? Optional.empty() : Optional.of(expression.substring(otherwise + 2)));
    }
}
