package dev.slipway.parse;

import dev.slipway.evidence.Evidence;
import dev.slipway.facts.HostFacts;

/**
 * Reads what one probe brought. It never throws on what a host said: what it does not understand goes to
 * {@link HostFacts#unparsed()}, what may be missing to {@link HostFacts#gaps()}.
 */
interface Parser {

    /** The facts so far, and those of this parser. */
    HostFacts read(Evidence evidence, HostFacts soFar);
}
