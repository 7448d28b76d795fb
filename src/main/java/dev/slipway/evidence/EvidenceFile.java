package dev.slipway.evidence;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Evidence as a file: JSON, compressed with gzip. */
public final class EvidenceFile {
    /** Version of the JSON form. */
    public static final int SCHEMA_VERSION = 1;

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private EvidenceFile() {}

    /** The file's bytes; the evidence must have passed the {@link Redactor}. */
    public static byte[] write(Evidence evidence) {
        ObjectNode root = MAPPER.createObjectNode();
        root.put("schemaVersion", SCHEMA_VERSION);
        root.setAll((ObjectNode) MAPPER.valueToTree(evidence));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(MAPPER.writeValueAsBytes(root));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /**
     * The evidence in a file.
     *
     * @throws IOException if it is not such a file, is cut off, or has another version
     */
    public static Evidence read(byte[] file) throws IOException {
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(file))) {
            ObjectNode root = MAPPER.readValue(in, ObjectNode.class);
            int version = root.path("schemaVersion").asInt();
            if (version != SCHEMA_VERSION) {
                throw new IOException(
                        "this evidence has version " + version + ", not " + SCHEMA_VERSION + ": scan the host again");
            }
            return MAPPER.treeToValue(root, Evidence.class);
        }
    }
}
