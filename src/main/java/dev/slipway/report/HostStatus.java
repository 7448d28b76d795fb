package dev.slipway.report;

/**
 * How the scan of a host ended.
 *
 * @param name name in the inventory
 * @param owner owner's name in the inventory
 * @param outcome word of the outcome: {@code scanned}, {@code partial}, {@code unreachable}
 * @param message what happened, in a sentence; empty if all went well
 * @param next what to do about it; empty if nothing
 */
public record HostStatus(String name, String owner, String outcome, String message, String next) {

    /** The status of a host of which nothing but success is known. */
    public static HostStatus scanned(String name, String owner) {
        return new HostStatus(name, owner, "scanned", "", "");
    }

    /** Whether all or some of it was read. */
    public boolean read() {
        return outcome.equals("scanned") || outcome.equals("partial");
    }
}
