package dev.slipway.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.evidence.Evidence;
import dev.slipway.facts.Archive;
import dev.slipway.facts.EvidenceLine;
import dev.slipway.facts.Fact;
import dev.slipway.facts.HostFacts;
import java.util.List;
import org.junit.jupiter.api.Test;

final class JavaArchiveParserTest {

    @Test
    void a_spring_boot_jar_tells_its_classes_version_and_libraries() {
        List<Archive> archives = read(RecordedHost.read("debian-12/runtimes/boot-root"));

        assertThat(archives).singleElement().satisfies(archive -> {
            assertThat(archive.path()).isEqualTo("/opt/batch/batch.jar");
            assertThat(archive.sizeBytes()).isEqualTo(Fact.known(30352020L));
            assertThat(archive.mainClass()).isEqualTo("org.springframework.boot.loader.JarLauncher");
            assertThat(archive.startClass()).isEqualTo("lab.BatchApp");
            assertThat(archive.title()).isEqualTo("batch");
            assertThat(archive.version()).isEqualTo("1.4.2");
            assertThat(archive.springBootVersion()).isEqualTo("2.7.18");
            assertThat(archive.builtFor()).isEqualTo(17);
            assertThat(archive.libraries().orElse(List.of()))
                    .contains("spring-session-data-redis-2.7.4.jar", "lettuce-core-6.1.10.RELEASE.jar")
                    .hasSize(51);
            assertThat(archive.complete()).isTrue();
        });
    }

    @Test
    void every_kind_of_answer() {
        Evidence evidence = RecordedHost.asUser()
                .command("java-archive", "archives", """
                        archive 100 /srv/old.war
                        manifest Build-Jdk: 1.8.0_181
                        entry WEB-INF/web.xml
                        entry WEB-INF/lib/h2-1.4.200.jar
                        entry native/libfoo.so
                        others 7
                        incomplete
                        denied /root/secret.jar
                        archive  /srv/cut.jar
                        others 0
                        incomplete
                        """)
                .command("java-archive", "directories", """
                        directory /srv/app/lib
                        spring-boot-2.3.1.RELEASE.jar
                        spring-boot-autoconfigure-2.3.1.RELEASE.jar
                        denied /root/lib
                        """)
                .evidence();

        assertThat(read(evidence))
                .containsExactly(
                        Archive.unread("/srv/old.war")
                                .with(a -> a.sizeBytes(Fact.known(100L))
                                        .builtFor(8)
                                        .libraries(Fact.known(List.of("h2-1.4.200.jar")))
                                        .configurations(List.of("WEB-INF/web.xml"))
                                        .nativeLibraries(List.of("native/libfoo.so"))
                                        .evidence(at("archives", 1, "archive 100 /srv/old.war"))),
                        denied("/root/secret.jar", at("archives", 8, "denied /root/secret.jar")),
                        Archive.unread("/srv/cut.jar")
                                .with(a -> a.libraries(
                                                Fact.unknown("the archive's table of contents was not read whole"))
                                        .evidence(at("archives", 9, "archive  /srv/cut.jar"))),
                        Archive.unread("/srv/app/lib")
                                .with(a -> a.springBootVersion("2.3.1.RELEASE")
                                        .libraries(Fact.known(List.of(
                                                "spring-boot-2.3.1.RELEASE.jar",
                                                "spring-boot-autoconfigure-2.3.1.RELEASE.jar")))
                                        .complete(true)
                                        .evidence(at("directories", 1, "directory /srv/app/lib"))),
                        denied("/root/lib", at("directories", 4, "denied /root/lib")));
    }

    @Test
    void lines_out_of_form_are_passed_over() {
        Evidence evidence = RecordedHost.asRoot()
                .command(
                        "java-archive",
                        "archives",
                        "entry lost.jar\narchive x /a\narchive 9 relative\nmanifest x\n\u0000")
                .command("java-archive", "directories", "lost.jar\ndirectory relative\n")
                .evidence();

        assertThat(read(evidence)).isEmpty();
    }

    private static Archive denied(String path, List<EvidenceLine> evidence) {
        return Archive.unread(path)
                .with(a -> a.sizeBytes(Fact.unknown("needs root"))
                        .libraries(Fact.unknown("needs root"))
                        .evidence(evidence));
    }

    private static List<EvidenceLine> at(String section, int line, String text) {
        return List.of(new EvidenceLine("java-archive", section, line, text));
    }

    private static List<Archive> read(Evidence evidence) {
        return new JavaArchiveParser().read(evidence, HostFacts.unread("host")).archives();
    }
}
