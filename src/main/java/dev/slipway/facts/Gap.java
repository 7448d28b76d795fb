package dev.slipway.facts;

import java.util.Objects;

/**
 * A list of facts that may be incomplete: something of it could not be read.
 *
 * @param fact the array of the assessment that it concerns: {@code jobs}
 * @param probe the probe that could not read all: {@code crontabs}
 * @param reason what could not be read and why: {@code "/var/spool/cron/crontabs: permission denied"}
 * @param remedy what would make it readable: {@code "scan as root or with sudo"}
 */
public record Gap(String fact, String probe, String reason, String remedy) {
    public Gap {
        Objects.requireNonNull(fact, "fact");
        Objects.requireNonNull(probe, "probe");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(remedy, "remedy");
    }
}
