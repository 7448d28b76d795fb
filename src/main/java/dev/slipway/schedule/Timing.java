package dev.slipway.schedule;

/** When a line of a table fires. */
sealed interface Timing {

    /** By the calendar. */
    record AtTimes(CronFields fields) implements Timing {}

    /** Once when the machine starts: {@code @reboot}. */
    record AtBoot() implements Timing {}

    /** In a fixed distance, counted from the start of the scheduler: {@code @every 90s}. */
    record Every(long seconds) implements Timing {}
}
