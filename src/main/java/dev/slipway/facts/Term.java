package dev.slipway.facts;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** A word of a closed vocabulary, as it stands in JSON and in rules: {@code USER_CRONTAB} is {@code user-crontab}. */
public interface Term {

    /** The Java name; every enum has it. */
    String name();

    /** The word in JSON, in rules and in reports. */
    @JsonValue
    default String term() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
