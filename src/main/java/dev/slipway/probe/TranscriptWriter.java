package dev.slipway.probe;

import dev.slipway.evidence.Evidence;
import dev.slipway.evidence.EvidenceItem;
import dev.slipway.evidence.EvidenceItem.Outcome;
import java.nio.charset.StandardCharsets;

/** Writes evidence as the transcript that it could have come from, so that a host can be assessed again without it. */
public final class TranscriptWriter {
    private TranscriptWriter() {}

    /**
     * The transcript of redacted evidence.
     *
     * @param marker must not occur in the evidence
     */
    public static byte[] write(Evidence evidence, String marker) {
        StringBuilder out = new StringBuilder();
        out.append(String.join(
                        " ",
                        "@slipway 1",
                        marker,
                        "plain",
                        String.valueOf(evidence.hostEpochSeconds()),
                        String.valueOf(evidence.userId()),
                        evidence.user()))
                .append('\n');
        for (EvidenceItem item : evidence.items()) {
            write(out, marker, item);
        }
        if (evidence.complete()) {
            out.append("\n@").append(marker).append(" Z 0\n");
        }
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void write(StringBuilder out, String marker, EvidenceItem item) {
        String frame = "\n@" + marker + " ";
        out.append(frame)
                .append(String.join(
                        " ", "B", item.probe(), item.section(), item.kind().term(), item.name()))
                .append('\n')
                .append(item.text());
        if (item.outcome() == Outcome.CUT_OFF) {
            return;
        }
        // One byte over the limit is how the script says that something was cut.
        String limit = "0";
        if (item.cut()) {
            out.append('~');
            limit = String.valueOf(item.text().getBytes(StandardCharsets.UTF_8).length);
        }
        out.append(frame)
                .append(String.join(" ", "E", status(item), String.valueOf(item.durationMillis()), limit))
                .append('\n');
    }

    private static String status(EvidenceItem item) {
        return switch (item.outcome()) {
            case READ, CUT_OFF -> "0";
            case DENIED -> "denied";
            case REMOTE -> "remote";
            case TOOL_MISSING -> "missing";
            case TIMED_OUT -> "124";
            case FAILED -> String.valueOf(item.exitStatus() == 0 ? 1 : item.exitStatus());
        };
    }
}
