package dev.slipway.parse;

import dev.slipway.facts.EvidenceLine;

/**
 * Somebody who reads log files and sends them elsewhere.
 *
 * @param name {@code rsyslog imfile}, {@code filebeat}
 * @param path path or pattern that it reads
 */
record LogShipper(String name, String path, EvidenceLine at) {}
