package dev.slipway.schedule;

/** What a scheduler does with the hour that daylight saving takes away, and with the one that it gives twice. */
enum ClockChange {
    /** Goes by the clock on the wall: nothing in the lost hour, everything twice in the repeated one. Kubernetes, BusyBox, Spring. */
    FOLLOWS_THE_CLOCK,
    /**
     * Debian's cron and cronie: jobs at fixed times that fall into the lost hour run right behind it, and once in the repeated
     * hour; jobs whose minute or hour begins with a star follow the clock.
     */
    VIXIE,
    /** systemd: nothing in the lost hour, and nothing the second time round. */
    FIRST_ROUND_ONLY,
    /** goCron: nothing in the lost hour; in the repeated hour its library answers the same time for ever. */
    STUCK_IN_THE_SECOND_ROUND
}
