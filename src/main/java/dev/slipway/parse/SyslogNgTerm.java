package dev.slipway.parse;

import dev.slipway.facts.EvidenceLine;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A word of syslog-ng's configuration with what belongs to it: {@code port(514)}, {@code destination { file("/x"); }}.
 *
 * @param at where it stands
 * @param text the word, or what stood in quotes; lines that begin with {@code @} keep it: {@code @include}
 * @param arguments terms in parentheses behind it
 * @param body terms in braces behind that
 * @param hasBody whether there were braces
 */
record SyslogNgTerm(
        EvidenceLine at, String text, List<SyslogNgTerm> arguments, List<SyslogNgTerm> body, boolean hasBody) {

    SyslogNgTerm {
        arguments = List.copyOf(arguments);
        body = List.copyOf(body);
    }

    boolean is(String... words) {
        return Stream.of(words).anyMatch(text::equals);
    }

    /** The first argument that is a plain value; empty if there is none. */
    String value() {
        return arguments.stream()
                .filter(argument -> argument.arguments().isEmpty())
                .map(SyslogNgTerm::text)
                .findFirst()
                .orElse("");
    }

    /** An option among the arguments: {@code port(514)}. */
    Optional<SyslogNgTerm> option(String name) {
        String other = name.replace('-', '_');
        return arguments.stream()
                .filter(argument -> argument.text().replace('-', '_').equals(other))
                .filter(argument -> !argument.arguments().isEmpty())
                .findFirst();
    }

    /** The value of the first of these options that is set; empty if none is. */
    String optionValue(String... names) {
        return Stream.of(names)
                .flatMap(name -> option(name).stream())
                .map(SyslogNgTerm::value)
                .findFirst()
                .orElse("");
    }
}
