package dev.slipway.schedule;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Optional;

/** Time zones by the names that hosts give them. */
public final class Zones {
    private Zones() {}

    /** The zone of this IANA name ({@code Europe/Paris}, {@code UTC}); empty for abbreviations and anything else. */
    public static Optional<ZoneId> of(String name) {
        String known = name.equals("Universal") || name.equals("Zulu") ? "Etc/UTC" : name;
        boolean named = known.contains("/") || known.equals("UTC") || known.equals("GMT");
        try {
            return named ? Optional.of(ZoneId.of(known)) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
