package dev.slipway.schedule;

/** A line of a crontab that is neither empty, nor a comment, nor a setting. */
public sealed interface CrontabLine permits CrontabEntry, BadLine {

    /** Line number from 1. */
    int line();

    /** The whole line. */
    String text();
}
