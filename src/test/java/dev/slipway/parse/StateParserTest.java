package dev.slipway.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.evidence.Evidence;
import dev.slipway.facts.Fact;
import dev.slipway.facts.HostFacts;
import dev.slipway.facts.HostProcess;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class StateParserTest {

    private static HostFacts read(List<HostProcess> processes, Evidence evidence) {
        HostFacts facts =
                new MountsParser().read(evidence, HostFacts.unread("host").withProcesses(processes));
        return new StateParser().read(evidence, facts.withGaps(List.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "debian-12/state/tomcat-shop-root",
                "debian-12/state/tomcat-shop-user",
                "debian-12/state/infra-root",
                "debian-12/state/spring-batch-root",
                "busybox-1.35/state/root",
                "busybox-1.35/state/user"
            })
    void reads_recorded_hosts(String name) {
        Evidence evidence = RecordedHost.read(name);
        List<HostProcess> processes =
                new ProcessesParser().read(evidence, HostFacts.unread("host")).processes();

        Expected.assertFacts(name, FactLines.state(read(processes, evidence)));
    }

    @Test
    void tells_what_is_made_from_what_was_installed_and_a_person_s_files_from_a_program_s() {
        HostProcess node = HostProcess.unread(77)
                .with(process -> process.name("node")
                        .userId(Fact.known(1001))
                        .arguments(Fact.known(List.of("node", "/home/app/site/server.js"))));
        HostFacts facts = read(
                List.of(node),
                RecordedHost.asRoot()
                        .command("mounts", "mounted", """
                        /dev/sda1 / ext4 rw 0 0
                        /dev/sdb1 /data xfs rw 0 0
                        """)
                        .command("sockets", "owners", """
                        ls -lnb
                        77/fd:
                        l-wx------ 1 1001 1001 64 Nov 24 18:50 3 -> /data/journal/part-0001
                        l-wx------ 1 1001 1001 64 Nov 24 18:50 4 -> /home/app/site/logs/site.log
                        l-wx------ 1 1001 1001 64 Nov 24 18:50 5 -> /tmp/x.dat
                        """)
                        .command("state", "changed", """
                        ls -lnb
                        -rw-r--r-- 1 1001 1001   10 Nov 24 18:50 /home/app/site/counter
                        -rw-r--r-- 1 1001 1001   10 Nov 24 18:50 /home/app/site/config/site.json
                        -rw-r--r-- 1 1000 1000   10 Nov 24 18:50 /home/jane/thesis.odt
                        -rw-r--r-- 1 1001 1001  700 Nov 24 18:50 /opt/rel-2/out/report.csv
                        -rwxr-xr-x 1 1001 1001  700 Nov 24 18:50 /opt/rel-2/out/program
                        -rw-r--r-- 1 1001 1001  700 Nov 24 18:50 /opt/rel-2/conf/app.properties
                        find: '/opt/closed': Permission denied
                        timeout /data
                        """)
                        .command("state", "named", """
                        ls -lnb
                        -rw-r----- 1 0 0 1704 Nov 24 18:50 /etc/ssl/private/ssl-cert-snakeoil.key
                        -rw-r----- 1 0 0 1800 Nov 24 18:50 /etc/pki/tls/private/shop.key
                        -rw-r--r-- 1 1001 1001 4096 Nov 24 18:50 /home/app/site/site.sqlite3
                        -rw-r--r-- 1 1001 1001 4096 Nov 24 18:50 /home/app/site/site.sqlite3-wal
                        -rw-r--r-- 1 27 27 9000 Nov 24 18:50 /var/lib/pg/PG_VERSION
                        """)
                        .command("state", "places", """
                        place 900 - 4 1001 1001 drwxr-xr-x /data
                        place 64 8 0 0 0 drwxr-xr-x /opt/rel-2/data
                        place 32 3 0 1001 1001 drwxrwxrwx /opt/rel-2/uploads
                        denied /var/lib/secret
                        """)
                        .command("state", "links", """
                        ls -lnb
                        lrwxrwxrwx 1 0 0 5 Nov 24 18:50 /opt/current -> rel-2
                        """)
                        .evidence());

        assertThat(FactLines.state(facts).replaceAll("  writable=\\?\\([^)]*\\)", ""))
                .isEqualTo("""
                state
                  path=/data  kind=data  sizeBytes=921600\
                  fileCount=?(too much to count in a few seconds, or not all of it may be read)  changedFileCount=4\
                  writable=true  openForWriting=true  fileSystem=xfs  evidence=[places:1]
                  path=/etc/pki/tls/private/shop.key  kind=key  sizeBytes=1800  fileCount=1  changedFileCount=''\
                  openForWriting=false  fileSystem=ext4  evidence=[named:3]
                  path=/home/app/site/counter  kind=data  sizeBytes=10  fileCount=1  changedFileCount=1  writable=true\
                  openForWriting=false  fileSystem=ext4  evidence=[changed:2]
                  path=/home/app/site/site.sqlite3  kind=database  sizeBytes=4096  fileCount=1  changedFileCount=''\
                  writable=true  openForWriting=false  fileSystem=ext4  evidence=[named:4]
                  path=/opt/current/out/report.csv  kind=data  sizeBytes=700  fileCount=1  changedFileCount=1\
                  writable=true  openForWriting=false  fileSystem=ext4  evidence=[changed:5]
                  path=/opt/current/uploads  kind=upload  sizeBytes=32768  fileCount=3  changedFileCount=''\
                  writable=true  openForWriting=false  fileSystem=ext4  evidence=[places:3]
                  path=/var/lib/pg  kind=database  openForWriting=false  fileSystem=ext4  evidence=[named:6]
                  path=/var/lib/secret  kind=data  openForWriting=false  fileSystem=ext4  evidence=[places:4]
                gaps
                  fact=state  probe=state  reason=/opt/closed /var/lib/secret: permission denied\
                  remedy=scan as root or with sudo
                  fact=state  probe=state  reason=/data: too much to look through  remedy=look at it by hand
                """);
    }
}
