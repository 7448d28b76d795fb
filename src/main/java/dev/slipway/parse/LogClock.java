package dev.slipway.parse;

import dev.slipway.facts.Fact;
import dev.slipway.schedule.Zones;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads the times of log lines. Those of old syslog have neither year nor zone: they are taken as the latest ones before the
 * scan, in the host's zone.
 */
final class LogClock {
    private static final DateTimeFormatter WITHOUT_YEAR =
            DateTimeFormatter.ofPattern("uuuu MMM d HH:mm:ss", Locale.ENGLISH);
    private static final DateTimeFormatter SHORT_OFFSET =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssZ", Locale.ROOT);
    private static final Duration AHEAD = Duration.ofDays(1);

    private final Optional<Instant> scannedAt;
    private final Optional<ZoneId> zone;

    private LogClock(Optional<Instant> scannedAt, Optional<ZoneId> zone) {
        this.scannedAt = scannedAt;
        this.zone = zone;
    }

    static LogClock of(String scannedAt, Fact<String> zone) {
        Optional<Instant> scanned;
        try {
            scanned = Optional.of(Instant.parse(scannedAt));
        } catch (DateTimeException e) {
            scanned = Optional.empty();
        }
        return new LogClock(scanned, zone.toOptional().flatMap(Zones::of));
    }

    /**
     * The instant of {@code Nov 24 19:30:01} or {@code 2026-11-24T19:30:01.95+01:00}; empty if year or zone cannot be told.
     *
     * @throws DateTimeException if it is no time
     */
    Optional<Instant> instant(String text) {
        if (text.length() > 4 && Character.isDigit(text.charAt(0))) {
            boolean colon = text.endsWith("Z") || text.charAt(text.length() - 3) == ':';
            DateTimeFormatter format = colon ? DateTimeFormatter.ISO_OFFSET_DATE_TIME : SHORT_OFFSET;
            return Optional.of(
                    OffsetDateTime.parse(text, format).toInstant().truncatedTo(java.time.temporal.ChronoUnit.SECONDS));
        } else if (scannedAt.isEmpty() || zone.isEmpty()) {
            return Optional.empty();
        }
        int year = scannedAt.get().atOffset(ZoneOffset.UTC).getYear();
        String single = text.replaceAll(" +", " ");
        Instant thisYear = LocalDateTime.parse(year + " " + single, WITHOUT_YEAR)
                .atZone(zone.get())
                .toInstant();
        if (thisYear.isAfter(scannedAt.get().plus(AHEAD))) {
            return Optional.of(LocalDateTime.parse(year - 1 + " " + single, WITHOUT_YEAR)
                    .atZone(zone.get())
                    .toInstant());
        }
        return Optional.of(thisYear);
    }
}
