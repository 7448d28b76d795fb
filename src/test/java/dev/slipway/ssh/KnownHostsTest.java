package dev.slipway.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.slipway.ssh.KnownHostsFile.Entry;
import dev.slipway.testing.OpenSshServer;
import dev.slipway.testing.RequiresTool;
import dev.slipway.testing.Shell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Our reading of known_hosts against that of OpenSSH. */
final class KnownHostsTest {
    private static final String KEY =
            "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIEpzC5Gqk4kyUVuQgqqLVXOPh8C0mh7NmSPDXV0gUDg1";

    @TempDir
    private Path dir;

    @Test
    @RequiresTool("ssh-keygen")
    void finds_the_same_lines_as_ssh_keygen() throws IOException {
        List<String> hosts = List.of(
                "shop-01,10.0.0.11",
                "SHOP-02.example.com",
                "*.example.com,!bad.example.com",
                "!bad.example.com,*.example.com",
                "db-?",
                "[shop-01]:2022",
                "[*.example.com]:22??",
                "*",
                "!*",
                "fe80::1",
                "[fe80::1]:2022",
                "a**b*c",
                "",
                ",",
                "x,,y");
        List<String> names = List.of(
                "shop-01",
                "shop-02.example.com",
                "bad.example.com",
                "evil.org",
                "10.0.0.11",
                "db-1",
                "db-12",
                "db-",
                "[shop-01]:2022",
                "[shop-01]:22",
                "[www.example.com]:2222",
                "[www.example.com]:22222",
                "fe80::1",
                "[fe80::1]:2022",
                "axxbyyc",
                "abc",
                "abcb",
                "x",
                "y");
        for (String line : hosts) {
            assertSame(line + " " + KEY, names);
        }
    }

    @Test
    @RequiresTool("ssh-keygen")
    void finds_hashed_names() throws IOException {
        Path file =
                Files.writeString(dir.resolve("hashed"), "shop-01,10.0.0.11 " + KEY + "\n[shop-02]:2022 " + KEY + "\n");
        Shell.output("ssh-keygen", "-q", "-H", "-f", file.toString());
        assertThat(Files.readString(file)).startsWith("|1|").hasLineCount(3);

        KnownHostsFile known = KnownHostsFile.read(file);

        assertThat(places(known, "shop-01")).containsExactly(file + ":1");
        assertThat(places(known, "10.0.0.11")).containsExactly(file + ":2");
        assertThat(places(known, "[shop-02]:2022")).containsExactly(file + ":3");
        assertThat(places(known, "shop-02")).isEmpty();
    }

    @Test
    @RequiresTool("ssh-keygen")
    void matches_random_patterns_as_ssh_keygen_does() throws IOException {
        Random random = new Random(20261124);
        for (int i = 0; i < 40; i++) {
            String line = random(random, "aab.*?!,", 12);
            List<String> names = new ArrayList<>();
            for (int j = 0; j < 4; j++) {
                names.add(random(random, "aab.", 6) + "a");
            }
            assertSame(line + " " + KEY, names);
        }
    }

    private static String random(Random random, String letters, int most) {
        StringBuilder text = new StringBuilder();
        for (int n = 1 + random.nextInt(most); n > 0; n--) {
            text.append(letters.charAt(random.nextInt(letters.length())));
        }
        return text.toString();
    }

    private void assertSame(String line, List<String> names) throws IOException {
        Path file = Files.writeString(dir.resolve("known_hosts"), line + "\n");
        KnownHostsFile known = KnownHostsFile.read(file);
        for (String name : names) {
            boolean theirs = Shell.output("ssh-keygen", "-F", name, "-f", file.toString())
                    .contains("found: line 1");
            assertThat(!known.find(name).isEmpty())
                    .as("'%s' in '%s'", name, line)
                    .isEqualTo(theirs);
        }
    }

    @Test
    void passes_over_what_it_does_not_understand() throws IOException {
        Path file = Files.writeString(dir.resolve("odd"), """
                # a comment

                shop-01
                shop-01 ssh-ed25519
                shop-01 ssh-ed25519 not-base64!
                shop-01 ssh-rsa AAAAC3NzaC1lZDI1NTE5AAAAIEpzC5Gqk4kyUVuQgqqLVXOPh8C0mh7NmSPDXV0gUDg1
                shop-01 ssh-ed25519 AAAA
                @unknown-marker shop-01 %1$s
                |1|bad %1$s
                |1|*|* %1$s
                |2|AAAA|AAAA %1$s
                \t @revoked\tshop-01\t%1$s and a comment
                @cert-authority *.example.com %1$s
                """.formatted(KEY));

        KnownHostsFile known = KnownHostsFile.read(file);

        assertThat(known.find("shop-01"))
                .extracting(Entry::marker, Entry::place)
                .containsExactly(tuple(KnownHostsFile.Marker.REVOKED, file + ":12"));
        assertThat(known.find("a.example.com"))
                .extracting(Entry::marker)
                .containsExactly(KnownHostsFile.Marker.CERT_AUTHORITY);
    }

    @Test
    void a_file_that_is_not_there_knows_nobody() throws IOException {
        assertThat(KnownHostsFile.read(dir.resolve("absent")).find("shop-01")).isEmpty();
    }

    @Test
    void keeps_a_new_key_once_and_never_replaces_one() throws IOException {
        KnownHosts known = new KnownHosts();
        Path file = dir.resolve("ssh").resolve("known_hosts");
        HostKey key = new HostKey("ssh-ed25519", KEY.split(" ")[1]);
        HostKey other = HostKey.of("ssh-ed25519", new byte[] {1});

        assertThat(known.add(file, "[shop-01]:2022", key)).isTrue();
        assertThat(known.add(file, "[shop-01]:2022", key)).isTrue();
        assertThat(known.add(file, "[shop-01]:2022", other)).isFalse();
        Files.writeString(file, "# no line break at the end");
        KnownHosts again = new KnownHosts();
        assertThat(again.add(file, "shop-02", key)).isTrue();

        assertThat(Files.readString(file)).isEqualTo("# no line break at the end\nshop-02 " + KEY + "\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(again.find(List.of(file), "SHOP-02")).hasSize(1);
    }

    @Test
    @RequiresTool("ssh-keygen")
    void prints_fingerprints_as_ssh_keygen_does() throws IOException {
        for (String type : List.of("ed25519", "ecdsa", "rsa")) {
            Path key = OpenSshServer.key(dir, "key_" + type, type);
            String[] fields = Files.readString(Path.of(key + ".pub")).split(" ");
            String theirs = Shell.output("ssh-keygen", "-l", "-f", key + ".pub");
            HostKey ours = new HostKey(fields[0], fields[1]);
            assertThat(theirs).contains(ours.fingerprint());
            assertThat(ours.toString()).isEqualTo(type.toUpperCase(Locale.ROOT) + " " + ours.fingerprint());
        }
    }

    private static List<String> places(KnownHostsFile known, String name) {
        return known.find(name).stream().map(Entry::place).toList();
    }
}
