package dev.slipway.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.run.RunDirectory.Existing;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RunDirectoryTest {
    @TempDir
    private Path dir;

    @Test
    void writes_files_for_their_owner_alone() throws IOException {
        try (RunDirectory run = RunDirectory.create(dir.resolve("run"), Existing.REFUSE)) {
            run.write("evidence/shop.json.gz", bytes("x"));
        }

        assertThat(mode("run")).isEqualTo("rwx------");
        assertThat(mode("run/evidence")).isEqualTo("rwx------");
        assertThat(mode("run/evidence/shop.json.gz")).isEqualTo("rw-------");
    }

    @Test
    void refuses_a_directory_that_holds_another_run() throws IOException {
        Path root = dir.resolve("run");
        try (RunDirectory run = RunDirectory.create(root, Existing.REFUSE)) {
            run.write("scan.json", bytes("{}"));
        }

        assertThatThrownBy(() -> RunDirectory.create(root, Existing.REFUSE))
                .hasMessage(root + ": this directory already holds a run. Use --resume to go on with it, --force to"
                        + " replace it, or name another one.");
    }

    @Test
    void replaces_only_what_slipway_wrote() throws IOException {
        Path root = dir.resolve("run");
        try (RunDirectory run = RunDirectory.create(root, Existing.REFUSE)) {
            run.write("scan.json", bytes("{}"));
            run.write("drafts/shop/tomcat/Dockerfile", bytes("FROM x"));
        }
        Files.writeString(root.resolve("notes.txt"), "mine");

        RunDirectory.create(root, Existing.REPLACE).close();

        assertThat(root.resolve("drafts")).doesNotExist();
        assertThat(root.resolve("notes.txt")).hasContent("mine");
    }

    @Test
    void refuses_a_directory_that_holds_something_else() throws IOException {
        Files.writeString(dir.resolve("letter.txt"), "dear");

        assertThatThrownBy(() -> RunDirectory.create(dir, Existing.REPLACE))
                .hasMessage(dir + ": this directory holds something that is not a run of slipway. Name another one.");
    }

    @Test
    void refuses_a_second_writer() throws IOException {
        Path root = dir.resolve("run");
        try (RunDirectory run = RunDirectory.create(root, Existing.REFUSE)) {
            run.write("scan.json", bytes("{}"));

            assertThatThrownBy(() -> RunDirectory.open(root))
                    .hasMessage(
                            root + ": another slipway is writing to this directory. Wait for it, or name another one.");
        }
        RunDirectory.open(root).close();
    }

    @Test
    void leaves_no_half_file_when_writing_fails() throws IOException {
        Path root = dir.resolve("run");
        try (RunDirectory run = RunDirectory.create(root, Existing.REFUSE)) {
            run.write("evidence/shop.json.gz", bytes("whole"));
            Files.createDirectories(root.resolve("evidence/shop.json.gz.part/in-the-way"));

            assertThatThrownBy(() -> run.write("evidence/shop.json.gz", bytes("new")))
                    .isInstanceOf(IOException.class);

            assertThat(root.resolve("evidence/shop.json.gz")).hasContent("whole");
        }
    }

    @Test
    void never_leaves_its_directory() throws IOException {
        try (RunDirectory run = RunDirectory.create(dir.resolve("run"), Existing.REFUSE)) {
            assertThatThrownBy(() -> run.write("../x", bytes(""))).hasMessage("not a plain file name: ../x");
            assertThatThrownBy(() -> run.write("drafts//x", bytes(""))).hasMessage("not a plain file name: drafts//x");
            assertThatThrownBy(() -> run.write("/etc/x", bytes(""))).hasMessage("not a plain file name: /etc/x");
        }
    }

    private String mode(String path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(dir.resolve(path)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
