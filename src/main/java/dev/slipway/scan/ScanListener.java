package dev.slipway.scan;

/** Who wants to know how a scan goes on. Called from several threads. */
public interface ScanListener {

    /** The scan of a host begins. */
    void started(String host);

    /** The scan of a host has ended, and its evidence, if there is any, is written. */
    void finished(ScanOutcome outcome);
}
