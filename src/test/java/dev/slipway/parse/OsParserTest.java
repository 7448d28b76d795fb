package dev.slipway.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.facts.EvidenceLine;
import dev.slipway.facts.Fact;
import dev.slipway.facts.Gap;
import dev.slipway.facts.Host;
import dev.slipway.facts.HostFacts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class OsParserTest {

    private static Host read(RecordedHost host) {
        return new OsParser().read(host.evidence(), HostFacts.unread("host")).host();
    }

    @Test
    void reads_debian_12() {
        Host host = new OsParser()
                .read(RecordedHost.read("debian-12/root"), HostFacts.unread("host"))
                .host();

        assertThat(host.os())
                .isEqualTo(new Host.Os(
                        Fact.known("debian"),
                        Fact.known("12"),
                        Fact.known("Debian GNU/Linux 12 (bookworm)"),
                        Fact.known("6.18.44-fc-v657"),
                        Fact.known("x86_64")));
        assertThat(host.init()).isEqualTo(Fact.known("systemd"));
        assertThat(host.hostName()).isEqualTo(Fact.known("tomcat-shop"));
        assertThat(host.evidence())
                .containsExactly(
                        new EvidenceLine("os", "/etc/os-release", 1, "PRETTY_NAME=\"Debian GNU/Linux 12 (bookworm)\""),
                        new EvidenceLine("os", "kernel", 2, "6.18.44-fc-v657"));
    }

    @Test
    void reads_a_busybox_appliance_without_rights() {
        Host host = new OsParser()
                .read(RecordedHost.read("busybox-1.35/user"), HostFacts.unread("host"))
                .host();

        assertThat(host.os().id()).isEqualTo(Fact.known("appliance"));
        assertThat(host.os().versionId()).isEqualTo(Fact.known("3.1"));
        assertThat(host.init()).isEqualTo(Fact.known("busybox"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/etc/redhat-release | CentOS release 6.10 (Final) | centos | 6.10",
                "/etc/redhat-release | CentOS release 5.11 (Final) | centos | 5.11",
                "/etc/redhat-release | Red Hat Enterprise Linux Server release 6.9 (Santiago) | rhel | 6.9",
                "/etc/redhat-release | Red Hat Enterprise Linux AS release 4 (Nahant Update 8) | rhel | 4",
                "/etc/oracle-release | Oracle Linux Server release 6.10 | ol | 6.10",
                "/etc/redhat-release | Scientific Linux release 6.4 (Carbon) | scientific | 6.4",
                "/etc/system-release | Amazon Linux AMI release 2015.03 | amzn | 2015.03",
                "/etc/redhat-release | Kylin Linux Advanced Server release V10 (Tercel) | kylin | V10",
                "/etc/SuSE-release | SUSE Linux Enterprise Server 11 (x86_64)\\nVERSION = 11\\nPATCHLEVEL = 4 | sles | 11.4",
                "/etc/SuSE-release | SUSE Linux Enterprise Server 10 (i586)\\nVERSION = 10\\nPATCHLEVEL = 0 | sles | 10",
                "/etc/SuSE-release | openSUSE 11.4 (x86_64)\\nVERSION = 11.4\\nCODENAME = Celadon | opensuse | 11.4",
                "/etc/debian_version | 6.0.10 | debian | 6",
                "/etc/debian_version | 3.1 | debian | 3.1",
                "/etc/debian_version | wheezy/sid | debian | ''",
                "/etc/alpine-release | 3.2.3 | alpine | 3.2.3",
                "/etc/lsb-release | DISTRIB_ID=Ubuntu\\nDISTRIB_RELEASE=10.04\\nDISTRIB_DESCRIPTION=\"Ubuntu 10.04.4 LTS\" | ubuntu | 10.04",
                "/etc/slackware-version | Slackware 14.2 | slackware | 14.2",
                "/etc/gentoo-release | Gentoo Base System release 2.6 | gentoo | 2.6",
                "/etc/issue | \\nDebian GNU/Linux 5.0 \\r on \\m | debian | 5.0",
                "/etc/os-release | NAME=Alpine\\nID=alpine\\nVERSION_ID=3.18.4 | alpine | 3.18.4",
                "/etc/os-release | ID=\"sles\"\\nVERSION_ID='12.5'\\nPRETTY_NAME=\"SLES 12 \\\"SP5\\\"\" | sles | 12.5",
            })
    void knows_the_release_files_of_older_systems(String path, String text, String id, String version) {
        Host.Os os = read(RecordedHost.asRoot().file("os", "release", path, text.replace("\\n", "\n") + "\n"))
                .os();

        assertThat(os.id()).isEqualTo(Fact.known(id));
        assertThat(os.versionId()).isEqualTo(Fact.known(version));
    }

    @Test
    void keeps_the_name_as_the_distribution_writes_it() {
        assertThat(read(RecordedHost.asRoot()
                                .file("os", "release", "/etc/redhat-release", "CentOS release 6.10 (Final)\n")
                                .file("os", "release", "/etc/issue", "CentOS release 6.10 (Final)\nKernel \\r\n"))
                        .os()
                        .name())
                .isEqualTo(Fact.known("CentOS release 6.10 (Final)"));
    }

    @Test
    void says_that_no_file_names_the_release() {
        HostFacts facts = new OsParser()
                .read(
                        RecordedHost.asRoot()
                                .file("os", "release", "/etc/os-release", "\0\n\uFFFD")
                                .evidence(),
                        HostFacts.unread("host"));

        assertThat(facts.host().os().id()).isEqualTo(Fact.unknown("no file names the release"));
        assertThat(facts.gaps())
                .containsExactly(
                        new Gap("host", "os", "kernel: was not run", "scan again"),
                        new Gap("host", "os", "init: was not run", "scan again"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "systemd\\nsystemd\\ninit.d | systemd",
                "init\\nopenrc\\ninittab\\ninit.d | openrc",
                "init\\nupstart\\ninit.d | upstart",
                "init\\nlrwxrwxrwx 1 0 0 14 Nov 24 18:49 /sbin/init -> ../bin/busybox\\ninittab | busybox",
                "init\\n-rwxr-xr-x 1 0 0 14 Nov 24 18:49 /sbin/init\\ninittab\\ninit.d | sysv",
                "runit\\ninit.d | runit",
            })
    void tells_the_init_system(String text, String init) {
        assertThat(read(RecordedHost.asRoot().command("os", "init", text.replace("\\n", "\n") + "\n"))
                        .init())
                .isEqualTo(Fact.known(init));
    }

    @Test
    void does_not_guess_an_init_system() {
        assertThat(read(RecordedHost.asRoot().command("os", "init", "")).init())
                .isEqualTo(Fact.unknown("process 1 is not shown"));
    }
}
