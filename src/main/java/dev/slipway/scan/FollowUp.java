package dev.slipway.scan;

import dev.slipway.evidence.Evidence;
import dev.slipway.probe.ScanScript.Request;
import java.util.List;

/** Decides, from what every host is asked, what else to ask this host. */
public interface FollowUp {

    /**
     * The sections to run in the second phase; none if there is nothing to ask.
     *
     * @param raw what the first phase brought, not yet redacted; it must not be kept
     */
    List<Request> after(Evidence raw);
}
