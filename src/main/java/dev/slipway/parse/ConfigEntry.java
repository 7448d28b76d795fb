package dev.slipway.parse;

/**
 * A key with its value in a configuration file.
 *
 * @param section section of an INI file; number from 0 of the document in a file that holds several; else empty
 * @param key whole key, levels separated by dots, list items in brackets: {@code spring.redis.host}, {@code members[0].port}
 * @param value value without its quotes; empty if it has none
 * @param line its line, from 1
 */
record ConfigEntry(String section, String key, String value, int line) {}
