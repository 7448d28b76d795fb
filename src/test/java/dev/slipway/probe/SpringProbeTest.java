package dev.slipway.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.slipway.evidence.EvidenceItem;
import dev.slipway.evidence.EvidenceItem.Kind;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The probe {@code spring}, run for real in every shell of this machine. */
final class SpringProbeTest {
    private static final String JOBS = """
            package com.example;
            import org.springframework.scheduling.annotation.Scheduled;
            class Jobs {
                @Scheduled(cron = "0 0 3 * * MON-FRI", zone = "Europe/Paris") void nightly() {}
                @Scheduled(fixedRate = 5000) void often() {}
                String password = "s3cret";
            }
            """;
    private static final String SCHEDULED = """
            package org.springframework.scheduling.annotation;
            import java.lang.annotation.*;
            @Retention(RetentionPolicy.RUNTIME)
            public @interface Scheduled { String cron() default ""; String zone() default ""; long fixedRate() default -1; }
            """;
    private static final String ANNOTATIONS = """
            com.example.Jobs.nightly @org.springframework.scheduling.annotation.Scheduled(cron="0 0 3 * * MON-FRI", zone="Europe/Paris")
            com.example.Jobs.often @org.springframework.scheduling.annotation.Scheduled(fixedRate="5000")
            """;

    @TempDir
    private Path dir;

    static Stream<List<String>> shells() {
        return ScanScriptTest.shells();
    }

    @ParameterizedTest
    @MethodSource("shells")
    void an_archive_shows_its_configuration_and_the_schedules_of_its_own_classes(List<String> shell) throws Exception {
        Path jar = dir.resolve("it's an app.jar");
        writeArchive(jar, "#!/bin/sh\nexec java -jar \"$0\"\n");

        List<EvidenceItem> items = FoundProbesTest.run(shell, "spring", List.of(jar.toString(), "relative.jar"));

        assertThat(items)
                .filteredOn(item -> item.section().equals("inside") && item.kind() != Kind.SECTION)
                .extracting(EvidenceItem::name, EvidenceItem::text)
                .containsExactly(
                        tuple(jar + "!/BOOT-INF/classes/application.yml", "server: {port: 8081}\n"),
                        tuple(jar + "!/BOOT-INF/classes/config/application-prod.properties", "a=b\n".repeat(500)),
                        tuple(jar.toString(), ANNOTATIONS + "classes 1\n"));
    }

    @ParameterizedTest
    @MethodSource("shells")
    void directories_show_their_files_and_classes(List<String> shell) throws Exception {
        Path classes = Files.createDirectories(dir.resolve("shop/WEB-INF/classes"));
        compile(classes);
        Files.writeString(dir.resolve("application-x.yaml"), "x: 1\n");
        Files.writeString(Files.createDirectory(dir.resolve("config")).resolve("application.properties"), "y=2\n");
        Files.writeString(dir.resolve("other.properties"), "z=3\n");

        List<EvidenceItem> items =
                FoundProbesTest.run(shell, "spring", List.of(dir.toString(), dir + "/other.properties"));

        assertThat(items)
                .filteredOn(item -> item.kind() != Kind.SECTION)
                .extracting(EvidenceItem::name, EvidenceItem::text)
                .containsExactly(
                        tuple(dir + "/application-x.yaml", "x: 1\n"),
                        tuple(dir + "/config/application.properties", "y=2\n"),
                        tuple(dir + "/other.properties", "z=3\n"),
                        tuple(classes.toString(), ANNOTATIONS + "classes 2\n"));
    }

    @ParameterizedTest
    @MethodSource("shells")
    void archives_that_a_server_runs_are_looked_into(List<String> shell) throws Exception {
        Path webapps = Files.createDirectories(dir.resolve("webapps/unpacked")).getParent();
        writeArchive(webapps.resolve("shop.war"), "");
        writeArchive(webapps.resolve("unpacked.war"), "");

        assertThat(FoundProbesTest.run(shell, "spring", List.of(dir.toString())))
                .filteredOn(item -> item.section().equals("inside") && item.kind() == Kind.COMMAND)
                .extracting(EvidenceItem::name, EvidenceItem::text)
                .containsExactly(tuple(webapps + "/shop.war", ANNOTATIONS + "classes 1\n"));
    }

    @Test
    void a_damaged_archive_is_said_to_be_one() throws Exception {
        Path jar = Files.writeString(dir.resolve("cut.jar"), "PK\3\4 and then the transfer broke off".repeat(9));

        assertThat(FoundProbesTest.run(List.of("sh"), "spring", List.of(jar.toString())))
                .filteredOn(item -> item.kind() == Kind.COMMAND)
                .extracting(EvidenceItem::text)
                .containsExactly("unreadable\n");
    }

    private void writeArchive(Path jar, String before) throws IOException {
        Path classes = Files.createDirectories(dir.resolve("compiled"));
        compile(classes);
        try (OutputStream out = Files.newOutputStream(jar)) {
            out.write(before.getBytes(StandardCharsets.UTF_8));
            ZipOutputStream zip = new ZipOutputStream(out);
            stored(zip, "BOOT-INF/classes/application.yml", "server: {port: 8081}\n");
            deflated(
                    zip,
                    "BOOT-INF/classes/com/example/Jobs.class",
                    Files.readAllBytes(classes.resolve("com/example/Jobs.class")));
            deflated(
                    zip,
                    "BOOT-INF/classes/config/application-prod.properties",
                    "a=b\n".repeat(500).getBytes(StandardCharsets.UTF_8));
            deflated(zip, "BOOT-INF/lib/library.jar", new byte[10_000]);
            deflated(zip, "org/springframework/boot/loader/Main.class", new byte[100]);
            zip.finish();
        }
    }

    private static void stored(ZipOutputStream zip, String name, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        CRC32 sum = new CRC32();
        sum.update(bytes);
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(bytes.length);
        entry.setCrc(sum.getValue());
        entry.setExtra(new byte[] {(byte) 0xfe, (byte) 0xca, 0, 0});
        zip.putNextEntry(entry);
        zip.write(bytes);
    }

    private static void deflated(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(bytes);
    }

    private void compile(Path classes) throws IOException {
        Path sources = Files.createDirectories(dir.resolve("sources"));
        Path jobs = Files.writeString(sources.resolve("Jobs.java"), JOBS);
        Path scheduled = Files.writeString(sources.resolve("Scheduled.java"), SCHEDULED);
        int status = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "--release",
                        "8",
                        "-Xlint:-options",
                        "-d",
                        classes.toString(),
                        jobs.toString(),
                        scheduled.toString());
        assertThat(status).isZero();
    }
}
