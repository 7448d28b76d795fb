package dev.slipway.cli;

/** A command could not do what it was asked; the message says what happened, where, and what to do next. */
final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int status;

    Failure(int status, String message) {
        super(message);
        this.status = status;
    }

    int status() {
        return status;
    }
}
