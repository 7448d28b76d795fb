package dev.slipway.schedule;

/**
 * A line of a crontab that its scheduler does not understand.
 *
 * @param line line number from 1
 * @param reason in the words that cron itself uses, with what it is about: {@code bad minute: "61" (61 is not a value of it)}
 */
public record BadLine(int line, String text, String reason) implements CrontabLine {}
