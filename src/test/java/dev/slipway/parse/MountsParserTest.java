package dev.slipway.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.evidence.Evidence;
import dev.slipway.evidence.EvidenceItem.Kind;
import dev.slipway.evidence.EvidenceItem.Outcome;
import dev.slipway.facts.Gap;
import dev.slipway.facts.HostFacts;
import java.util.List;
import org.junit.jupiter.api.Test;

final class MountsParserTest {

    private static HostFacts read(Evidence evidence) {
        return new MountsParser().read(evidence, HostFacts.unread("host"));
    }

    private static String table(HostFacts facts) {
        return FactLines.mounts(facts.withGaps(List.of()));
    }

    @Test
    void reads_a_recorded_host_whose_shares_are_not_mounted() {
        Expected.assertFacts(
                "debian-12/units/mounts-infra-root",
                FactLines.mounts(read(RecordedHost.read("debian-12/units/mounts-infra-root"))));
    }

    @Test
    void reads_busybox_without_a_table_of_file_systems() {
        Expected.assertFacts(
                "busybox-1.35/units/mounts-user",
                FactLines.mounts(read(RecordedHost.read("busybox-1.35/units/mounts-user"))));
    }

    @Test
    void the_last_mount_on_a_place_hides_the_others_and_a_server_is_not_asked_for_its_size() {
        HostFacts facts = read(RecordedHost.asRoot()
                .command("mounts", "mounted", """
                        /dev/sda1 / ext4 rw 0 0
                        proc /proc proc rw 0 0
                        /dev/sdb1 /data xfs rw 0 0
                        nas:/export/data /data nfs4 rw,vers=4.1,addr=10.0.0.9 0 0
                        /dev/sdc1 /srv/my\\040files ext4 ro 0 0
                        overlay /var/lib/docker/overlay2/x/merged overlay rw 0 0
                        broken
                        """)
                .file("mounts", "configured", "/etc/fstab", """
                        # <file system> <mount point> <type>
                        UUID=1234 / ext4 defaults 0 1
                        UUID=99 none swap sw 0 0
                        nas:/export/data/ /data/ nfs4 hard,_netdev 0 0
                        LABEL=old /old ext3 noauto
                        """)
                .command("mounts", "sizes", """
                        /dev/sda1 1000 400 600 40% /
                        /dev/sdc1 50 - 0 - /bad
                        /dev/sdc1 50 50 0 100% /srv/my files
                        """)
                .evidence());

        assertThat(table(facts)).isEqualTo("""
                mounts
                  source=/dev/sda1  path=/  type=ext4  options=[rw]  mounted=true  configured=true  network=false\
                  sizeBytes=1024000  usedBytes=409600  evidence=[mounted:1]
                  source=nas:/export/data  path=/data  type=nfs4  options=[rw, vers=4.1, addr=10.0.0.9]  mounted=true\
                  configured=true  network=true  sizeBytes=?(lies on another machine, which was not asked)\
                  usedBytes=?(lies on another machine, which was not asked)  evidence=[mounted:4]
                  source=/dev/sdc1  path=/srv/my files  type=ext4  options=[ro]  mounted=true  configured=false\
                  network=false  sizeBytes=51200  usedBytes=51200  evidence=[mounted:5]
                  source=LABEL=old  path=/old  type=ext3  options=[noauto]  mounted=false  configured=true  network=false\
                  sizeBytes=?(not mounted)  usedBytes=?(not mounted)  evidence=[fstab:5]
                """);
    }

    @Test
    void reads_maps_of_the_automounter_mount_units_and_what_the_host_exports() {
        HostFacts facts = read(RecordedHost.asRoot()
                .command("mounts", "mounted", "/dev/sda1 / ext4 rw 0 0\n")
                .file("mounts", "configured", "/etc/auto.master", """
                        /misc /etc/auto.misc --timeout=60
                        /net -hosts
                        /- file:/etc/auto.direct
                        +auto.master
                        """)
                .file("mounts", "configured", "/etc/auto.misc", """
                        # comment
                        data -rw,hard nas:/export/data
                        docs -fstype=cifs,ro ://files/docs
                        """)
                .file("mounts", "configured", "/etc/auto.direct", "/opt/shared nas:/export/opt\n")
                .file("mounts", "configured", "/etc/systemd/system/srv-media.mount", """
                        [Mount]
                        What=/dev/sdb1
                        Where=/srv/media
                        Type=xfs
                        Options=noatime
                        """)
                .file("mounts", "exported", "/etc/exports", "/srv/media 10.0.0.0/24(ro)\n")
                .file(
                        "mounts",
                        "exported",
                        "/etc/samba/smb.conf",
                        "[global]\npath = /x\n[scans]\n  path = /srv/scans\n")
                .evidence());

        assertThat(table(facts).replaceAll("  (?:sizeBytes|usedBytes)=[^)]*\\)", ""))
                .isEqualTo("""
                mounts
                  source=/dev/sda1  path=/  type=ext4  options=[rw]  mounted=true  configured=false  network=false\
                  evidence=[mounted:1]
                  source=nas:/export/data  path=/misc/data  type=nfs  options=[rw, hard]  mounted=false  configured=true\
                  network=true  evidence=[auto.misc:2]
                  source=//files/docs  path=/misc/docs  type=cifs  options=[fstype=cifs, ro]  mounted=false\
                  configured=true  network=true  evidence=[auto.misc:3]
                  source=-hosts  path=/net  type=autofs  mounted=false  configured=true  network=true\
                  evidence=[auto.master:2]
                  source=nas:/export/opt  path=/opt/shared  type=nfs  mounted=false  configured=true  network=true\
                  evidence=[auto.direct:1]
                  source=/dev/sdb1  path=/srv/media  type=xfs  options=[noatime]  mounted=false  configured=true\
                  network=false  evidence=[srv-media.mount:3]
                settings
                  product=nfs-server  name=export  value=/srv/media  scope=10.0.0.0/24(ro)  evidence=[exports:1]
                  product=samba  name=path  value=/srv/scans  scope=scans  evidence=[smb.conf:4]
                """);
    }

    @Test
    void says_that_a_table_could_not_be_read() {
        HostFacts facts = read(RecordedHost.asUser()
                .command("mounts", "mounted", "/dev/sda1 / ext4 rw 0 0\n")
                .denied("mounts", "configured", "/etc/fstab")
                .item("mounts", "exported", "exported", Kind.SECTION, Outcome.READ, "")
                .evidence());

        assertThat(facts.mounts().get(0).configured().reason()).isEqualTo("/etc/fstab could not be read");
        assertThat(facts.gaps())
                .containsExactly(
                        new Gap("mounts", "mounts", "/etc/fstab: permission denied", "scan as root or with sudo"));
    }
}
