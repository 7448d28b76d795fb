package dev.slipway.scan;

import dev.slipway.evidence.Evidence;
import java.io.IOException;

/** Where evidence goes. Called from several threads, once a host; what it is given is redacted. */
public interface EvidenceSink {

    /** Keeps the evidence of a host. An exception ends the scan: where one host's cannot be written, no other's can. */
    void write(Evidence evidence) throws IOException;
}
