package dev.slipway.cli;

import dev.slipway.evidence.Evidence;
import dev.slipway.evidence.EvidenceItem;
import dev.slipway.facts.FileName;
import dev.slipway.probe.TranscriptWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Keeps redacted transcripts, one a host. */
final class Recordings {
    private static final int MARKER_LETTERS = 32;

    private final Path folder;

    /** Recordings in this folder, which is made if it is not there. */
    Recordings(Path folder) {
        this.folder = folder;
    }

    void keep(Evidence evidence) throws IOException {
        Files.createDirectories(folder);
        Path file = folder.resolve(FileName.of(evidence.host()).value() + ".transcript");
        Files.deleteIfExists(file);
        Files.write(file, TranscriptWriter.write(evidence, marker(evidence)));
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
    }

    /** A digest of the evidence: nothing in the evidence can contain it, and the same evidence has the same transcript. */
    private static String marker(Evidence evidence) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (EvidenceItem item : evidence.items()) {
                digest.update(item.name().getBytes(StandardCharsets.UTF_8));
                digest.update(item.text().getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest()).substring(0, MARKER_LETTERS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
