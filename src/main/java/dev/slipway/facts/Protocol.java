package dev.slipway.facts;

/** What a socket speaks below the application. */
public enum Protocol implements Term {
    TCP,
    UDP,
    UNIX
}
