package dev.slipway.cli;

import java.util.Optional;

/** A person who can be asked for a secret. */
interface Prompt {

    /** Nobody is there. */
    Prompt NOBODY = question -> Optional.empty();

    /** The answer, which is not shown while it is typed; empty if there is none. */
    Optional<String> secret(String question);
}
