package dev.slipway.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.evidence.Evidence;
import dev.slipway.evidence.Redactor.Redacted;
import dev.slipway.evidence.SecretRedactor;
import dev.slipway.facts.EvidenceLine;
import dev.slipway.facts.HostFacts;
import dev.slipway.facts.SecretFound;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SecretsParserTest {

    @Test
    void tells_the_file_the_process_or_the_command_that_shows_a_secret() {
        Evidence evidence = redacted(RecordedHost.asRoot()
                .command(
                        "processes",
                        "table",
                        "self 1\n12/status:Name:\tjava\n12/status:State:\tS\n12/stat:12 (java) S 1\n")
                .command(
                        "processes",
                        "cmdline",
                        "==> 12/cmdline <==\njava\0-Ddb.password=S3cr3t-1\0-jar\0a.jar\0\n==> /dev/null <==\n")
                .command("environment", "variables", "pid 12\nPATH=/bin\nVAULT_TOKEN\n")
                .command(
                        "timers", "units", "# /etc/systemd/system/a.service\n[Service]\nEnvironment=API_KEY=K3y-1234\n")
                .command("crontabs", "own", "1 2 * * * curl -u report:R3portPw http://h/\n")
                .file("tomcat", "configuration", "/etc/a.properties", "a=b\ndb.password=S3cr3t-1\n")
                .file("spring", "configuration", "/etc/a.properties", "a=b\ndb.password=S3cr3t-1\n")
                .file(
                        "nginx",
                        "configuration",
                        "/etc/key.pem",
                        "-----BEGIN PRIVATE KEY-----\nMIIE\n-----END PRIVATE KEY-----\n")
                .evidence());

        assertThat(new SecretsParser()
                        .read(evidence, new ProcessesParser().read(evidence, HostFacts.unread("host")))
                        .secretsFound())
                .containsExactly(
                        found(
                                "/etc/a.properties",
                                "db.password",
                                "password",
                                "tomcat",
                                "/etc/a.properties",
                                2,
                                "db.password=[REDACTED]"),
                        found("/etc/key.pem", "private-key", "private-key", "nginx", "/etc/key.pem", 1, "[REDACTED]"),
                        found(
                                "/etc/systemd/system/a.service",
                                "API_KEY",
                                "key",
                                "timers",
                                "units",
                                3,
                                "Environment=API_KEY=[REDACTED]"),
                        found(
                                "command line of java",
                                "db.password",
                                "password",
                                "processes",
                                "cmdline",
                                2,
                                "pid 12: java -Ddb.password=[REDACTED] -jar a.jar "),
                        found(
                                "environment of java",
                                "VAULT_TOKEN",
                                "token",
                                "environment",
                                "variables",
                                3,
                                "pid 12: VAULT_TOKEN"),
                        found(
                                "output of crontabs own",
                                "-u",
                                "password",
                                "crontabs",
                                "own",
                                1,
                                "1 2 * * * curl -u report:[REDACTED] http://h/"));
    }

    @Test
    void shows_the_part_of_a_long_command_line_that_names_the_secret() {
        Evidence evidence = redacted(RecordedHost.asRoot()
                .command(
                        "processes",
                        "cmdline",
                        "==> 7/cmdline <==\njava\0" + "-Da=b\0".repeat(100) + "-Ddb.password=S3cr3t-1\0-jar\0"
                                + "-Dc=d\0".repeat(100) + "\n")
                .evidence());

        SecretFound found = new SecretsParser()
                .read(evidence, HostFacts.unread("host"))
                .secretsFound()
                .get(0);

        assertThat(found.where()).isEqualTo("command line of a process that has ended");
        assertThat(found.evidence().get(0).text())
                .startsWith("pid 7: …-Da=b -Da=b")
                .contains("-Ddb.password=[REDACTED] -jar -Dc=d");
    }

    private static Evidence redacted(Evidence raw) {
        Redacted redacted = new SecretRedactor().redact(raw.items());
        return new Evidence(
                raw.host(),
                raw.address(),
                raw.scannedAt(),
                raw.hostEpochSeconds(),
                raw.user(),
                raw.userId(),
                raw.complete(),
                redacted.items(),
                redacted.secrets());
    }

    private static SecretFound found(
            String where, String name, String kind, String probe, String item, int line, String text) {
        return new SecretFound(where, name, kind, "", List.of(new EvidenceLine(probe, item, line, text)));
    }
}
