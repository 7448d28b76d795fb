package dev.slipway.evidence;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All that was read on one host in one scan.
 *
 * @param host name in the inventory
 * @param address address that was connected to; empty for a recording
 * @param scannedAt instant of the scan, ISO 8601 in UTC
 * @param hostEpochSeconds what the host's own clock said then; 0 if it did not say
 * @param user account that looked
 * @param userId its numeric id on the host; 0 means that everything ran with root's rights
 * @param complete whether the script reached its end on the host
 * @param items what was read, in the order of the transcript
 * @param secrets what was redacted, and where; never a value
 */
public record Evidence(
        String host,
        String address,
        String scannedAt,
        long hostEpochSeconds,
        String user,
        int userId,
        boolean complete,
        List<EvidenceItem> items,
        List<RedactedSecret> secrets) {

    public Evidence {
        items = List.copyOf(items);
        secrets = List.copyOf(secrets);
    }

    /** Items of a section that have content, in order: files that were read and commands that ran. */
    public Stream<EvidenceItem> read(String probe, String section) {
        return items(probe, section)
                .filter(item -> item.kind() == EvidenceItem.Kind.FILE || item.kind() == EvidenceItem.Kind.COMMAND)
                .filter(item -> item.outcome() == EvidenceItem.Outcome.READ
                        || !item.text().isEmpty());
    }

    /** Items of a section, whatever became of them. */
    public Stream<EvidenceItem> items(String probe, String section) {
        return items.stream()
                .filter(item -> item.probe().equals(probe) && item.section().equals(section));
    }

    /** The item of a section that is a single command. */
    public Optional<EvidenceItem> command(String probe, String section) {
        return read(probe, section).findFirst();
    }

    /** Whether the whole host was looked at with root's rights. */
    public boolean privileged() {
        return userId == 0;
    }
}
