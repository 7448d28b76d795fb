package dev.slipway.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.evidence.EvidenceItem;
import dev.slipway.evidence.EvidenceItem.Kind;
import dev.slipway.evidence.EvidenceItem.Outcome;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

final class ItemDecoderTest {
    private static final String MANIFEST = """
            Manifest-Version: 1.0\r
            Main-Class: org.springframework.boot.loader.JarLauncher\r
            Start-Class: com.example.VeryLongNameOfAnApplicationThatGoesOnInTheNext\r
             Line\r
            Implementation-Version: 1.4.2\r
            \r
            Name: com/example/\r
            Implementation-Title: not of the main section\r
            """;

    private static final String DECODED = """
            archive %d /opt/app/app.jar
            manifest Main-Class: org.springframework.boot.loader.JarLauncher
            manifest Start-Class: com.example.VeryLongNameOfAnApplicationThatGoesOnInTheNextLine
            manifest Implementation-Version: 1.4.2
            entry BOOT-INF/lib/spring-core-5.3.31.jar
            entry BOOT-INF/classes/application.yml
            others 3
            """;

    @Test
    void an_archive_becomes_its_manifest_and_its_entries() throws IOException {
        byte[] jar = jar("");

        assertThat(decode("java-archive", "archives", encodedArchive(jar, "base64")))
                .isEqualTo(DECODED.formatted(jar.length));
        assertThat(decode("java-archive", "archives", encodedArchive(jar, "hex")))
                .isEqualTo(DECODED.formatted(jar.length));
    }

    @Test
    void an_archive_that_runs_by_itself_has_a_script_before_it() throws IOException {
        byte[] jar = jar("#!/bin/bash\n# PK\u0003\u0004 is no header here\n".repeat(50));

        assertThat(decode("java-archive", "archives", encodedArchive(jar, "base64")))
                .isEqualTo(DECODED.formatted(jar.length));
    }

    @Test
    void a_table_of_contents_that_was_not_read_whole_says_so() throws IOException {
        byte[] jar = jar("");
        byte[] tail = Arrays.copyOfRange(jar, jar.length - 200, jar.length);
        String text =
                "archive 9 base64 /a.jar\npart head\n" + base64(new byte[] {'P', 'K'}) + "part tail\n" + base64(tail);

        assertThat(decode("java-archive", "archives", text)).isEqualTo("""
                archive 9 /a.jar
                entry BOOT-INF/classes/application.yml
                others 1
                incomplete
                """);
    }

    @Test
    void counters_become_lines_of_those_that_matter() {
        String text = "denied 7\nbase64 12 /tmp/hsperfdata_app/12\n" + base64(counters()) + "absent 13\nhex 14 /p/14\n"
                + hex(counters());

        assertThat(decode("jvm", "counters", text)).isEqualTo("""
                denied 7
                counters 12 /tmp/hsperfdata_app/12
                sun.rt.javaCommand=/opt/app.jar --a  b
                absent 13
                counters 14 /p/14
                sun.rt.javaCommand=/opt/app.jar --a  b
                """);
    }

    @Test
    void decoding_twice_is_decoding_once() throws IOException {
        for (EvidenceItem item : List.of(
                item("jvm", "counters", "base64 12 /tmp/12\n" + base64(counters()) + "denied 3\n"),
                item("java-archive", "archives", encodedArchive(jar(""), "base64") + "denied /x.jar\n"),
                item("processes", "table", "base64 12 /tmp/12\n"))) {
            List<EvidenceItem> once = ItemDecoder.decode(List.of(item));

            assertThat(ItemDecoder.decode(once)).isEqualTo(once);
        }
    }

    @Test
    void text_that_ends_anywhere_or_is_damaged_never_fails() throws IOException {
        for (String text : List.of(
                encodedArchive(jar(""), "base64"),
                encodedArchive(jar(""), "hex"),
                "base64 1 /p\n" + base64(counters()))) {
            for (int length = 0; length < text.length(); length += 3) {
                decode("java-archive", "archives", text.substring(0, length));
                decode("jvm", "counters", text.substring(0, length));
                String damaged = text.substring(0, length) + "=?" + text.substring(Math.min(text.length(), length + 2));
                decode("java-archive", "archives", damaged);
                decode("jvm", "counters", damaged);
            }
        }
        byte[] jar = jar("");
        for (int at = 0; at < jar.length; at++) {
            byte[] damaged = jar.clone();
            damaged[at] = -1;
            assertThat(decode("java-archive", "archives", encodedArchive(damaged, "base64")))
                    .startsWith("archive ");
        }
    }

    private static String decode(String probe, String section, String text) {
        return ItemDecoder.decode(List.of(item(probe, section, text))).get(0).text();
    }

    private static EvidenceItem item(String probe, String section, String text) {
        return new EvidenceItem(probe, section, section, Kind.COMMAND, Outcome.READ, 0, 1, false, text);
    }

    private static byte[] jar(String script) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(script.getBytes(StandardCharsets.ISO_8859_1));
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            List<String> names = List.of(
                    "META-INF/",
                    "META-INF/MANIFEST.MF",
                    "BOOT-INF/lib/spring-core-5.3.31.jar",
                    "BOOT-INF/classes/application.yml",
                    "BOOT-INF/classes/com/example/App.class");
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                if (name.endsWith(".MF")) {
                    zip.write(MANIFEST.getBytes(StandardCharsets.UTF_8));
                }
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private static String encodedArchive(byte[] jar, String encoding) {
        String text = encoding.equals("hex") ? hex(jar) : base64(jar);
        return "archive " + jar.length + " " + encoding + " /opt/app/app.jar\npart head\n" + text + "part tail\n"
                + text;
    }

    private static String base64(byte[] bytes) {
        return Base64.getMimeEncoder(76, new byte[] {'\n'}).encodeToString(bytes) + "\n";
    }

    private static String hex(byte[] bytes) {
        List<String> lines = new ArrayList<>();
        for (int at = 0; at < bytes.length; at += 16) {
            byte[] line = Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + 16));
            lines.add(" " + HexFormat.ofDelimiter(" ").formatHex(line));
        }
        return String.join("\n", lines) + "\n";
    }

    /** A file of counters with one that matters, whose text has a line break in it, and one that does not. */
    private static byte[] counters() {
        ByteBuffer file = ByteBuffer.allocate(160);
        file.putInt(0xCAFEC0C0).put((byte) 1).order(ByteOrder.LITTLE_ENDIAN);
        file.putInt(24, 32).putInt(28, 2);
        entry(file, 32, "sun.rt.javaCommand", "/opt/app.jar --a\n b");
        entry(file, 96, "sun.ci.threads", "none");
        return file.array();
    }

    private static void entry(ByteBuffer file, int at, String name, String value) {
        file.putInt(at, 64)
                .putInt(at + 4, 20)
                .putInt(at + 8, 20)
                .put(at + 12, (byte) 'B')
                .putInt(at + 16, 40);
        file.put(at + 20, name.getBytes(StandardCharsets.UTF_8));
        file.put(at + 40, value.getBytes(StandardCharsets.UTF_8));
    }
}
