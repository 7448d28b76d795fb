package dev.slipway.inventory;

import java.nio.file.Path;
import java.util.Optional;

/** Where the evidence of a host comes from. */
public sealed interface Connection {

    /**
     * Over SSH.
     *
     * @param jump name of the jump that leads there, if it is not reached directly
     */
    record Ssh(Login login, Optional<String> jump) implements Connection {}

    /** The machine that this program runs on. */
    record Local() implements Connection {}

    /** A transcript that was written before. */
    record Recorded(Path recording) implements Connection {}
}
