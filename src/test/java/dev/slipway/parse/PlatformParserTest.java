package dev.slipway.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.facts.Fact;
import dev.slipway.facts.Host;
import dev.slipway.facts.HostFacts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PlatformParserTest {

    private static Host read(RecordedHost host) {
        return new PlatformParser()
                .read(host.evidence(), HostFacts.unread("host"))
                .host();
    }

    @Test
    void reads_debian_12() {
        HostFacts facts = new PlatformParser().read(RecordedHost.read("debian-12/root"), HostFacts.unread("host"));
        Host host = facts.host();

        assertThat(host.cpuCount()).isEqualTo(Fact.known(2));
        assertThat(host.memoryBytes()).isEqualTo(Fact.known(25_276_510_208L));
        assertThat(host.swapBytes()).isEqualTo(Fact.known(0L));
        assertThat(host.timeZone()).isEqualTo(Fact.known("Etc/UTC"));
        assertThat(host.cgroup()).isEqualTo(Fact.known("hybrid"));
        assertThat(host.virtualization()).isEqualTo(Fact.known("systemd-nspawn"));
        assertThat(host.selinux()).isEqualTo(Fact.known("absent"));
        assertThat(host.apparmor()).isEqualTo(Fact.known("absent"));
        assertThat(host.sysctls()).isEmpty();
        assertThat(facts.gaps()).isEmpty();
    }

    @Test
    void reads_a_busybox_appliance_without_rights() {
        Host host = new PlatformParser()
                .read(RecordedHost.read("busybox-1.35/user"), HostFacts.unread("host"))
                .host();

        assertThat(host.cgroup()).isEqualTo(Fact.known("v1"));
        assertThat(host.timeZone()).as("no file names one").isEqualTo(Fact.known("UTC"));
        assertThat(host.virtualization())
                .as("the processor says so, nothing says which")
                .isEqualTo(Fact.known("vm-other"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "lrwxrwxrwx 1 0 0 33 Nov 24 18:50 /etc/localtime -> /usr/share/zoneinfo/Europe/Paris | Europe/Paris",
                "lrwxrwxrwx 1 0 0 33 Jan  1  2019 /etc/localtime -> ../usr/share/zoneinfo/Asia/Shanghai | Asia/Shanghai",
                "lrwxrwxrwx 1 0 0 33 Nov 24 18:50 /etc/localtime -> /etc/zoneinfo/America/Indiana/Knox | America/Indiana/Knox",
                "-rw-r--r-- 1 0 0 33 Nov 24 18:50 /etc/localtime | CET",
            })
    void takes_the_zone_from_the_link_that_counts(String listing, String zone) {
        assertThat(read(RecordedHost.asRoot().command("platform", "zone", "CET +0100\n" + listing + "\n"))
                        .timeZone())
                .isEqualTo(Fact.known(zone));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/etc/sysconfig/clock | # comment\\nUTC=true\\nZONE=\"Europe/Berlin\" | Europe/Berlin",
                "/etc/sysconfig/clock | TIMEZONE=\"Asia/Tokyo\"\\nDEFAULT_TIMEZONE=\"US/Eastern\" | Asia/Tokyo",
                "/etc/timezone | Europe/London | Europe/London",
                "/etc/TZ | CST6CDT | CST6CDT",
            })
    void takes_the_zone_of_a_copied_localtime_from_the_file_that_names_it(String path, String text, String zone) {
        RecordedHost host = RecordedHost.asRoot()
                .command("platform", "zone", "XXX +0100\n-rw-r--r-- 1 0 0 33 Nov 24 18:50 /etc/localtime\n")
                .file("platform", "clock", path, text.replace("\\n", "\n") + "\n");

        assertThat(read(host).timeZone()).isEqualTo(Fact.known(zone));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "detected=kvm | kvm",
                "sys_vendor=VMware, Inc.\\nproduct_name=VMware Virtual Platform | vmware",
                "sys_vendor=innotek GmbH\\nproduct_name=VirtualBox | oracle",
                "sys_vendor=Microsoft Corporation\\nproduct_name=Virtual Machine | microsoft",
                "sys_vendor=Xen\\nproduct_name=HVM domU | xen",
                "sys_vendor=QEMU\\nclocksource=kvm-clock | kvm",
                "sys_vendor=Alibaba Cloud\\nproduct_name=Alibaba Cloud ECS | kvm",
                "openvz=yes | openvz",
                "sys_vendor=Dell Inc.\\nproduct_name=PowerEdge R720\\nclocksource=tsc | none",
                "detected=none | none",
            })
    void names_what_the_host_runs_on(String text, String name) {
        assertThat(read(RecordedHost.asRoot().command("platform", "virtualization", text.replace("\\n", "\n") + "\n"))
                        .virtualization())
                .isEqualTo(Fact.known(name));
    }

    @Test
    void does_not_guess_what_it_runs_on() {
        assertThat(read(RecordedHost.asRoot().command("platform", "virtualization", ""))
                        .virtualization())
                .isEqualTo(Fact.unknown("neither vendor nor product of the machine are readable"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"4\\n0-3 | 4", "0\\n0-3,8 | 5", "0\\n0 | 1"})
    void counts_processors(String text, int count) {
        assertThat(read(RecordedHost.asRoot().command("platform", "cpu", text.replace("\\n", "\n") + "\n"))
                        .cpuCount())
                .isEqualTo(Fact.known(count));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cgroup2 /sys/fs/cgroup cgroup2 rw 0 0 | v2",
                "cgroup /cgroup/cpu cgroup rw,cpu 0 0 | v1",
                "cgroup2 /sys/fs/cgroup/unified cgroup2 rw 0 0\\ncgroup /sys/fs/cgroup/cpu cgroup rw,cpu 0 0 | hybrid",
                "'' | none",
            })
    void tells_the_version_of_control_groups(String mounts, String version) {
        assertThat(read(RecordedHost.asRoot().command("platform", "cgroup", mounts.replace("\\n", "\n")))
                        .cgroup())
                .isEqualTo(Fact.known(version));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "selinuxfs=/selinux\\nenforce=1\\nSELINUX=enforcing | enforcing | absent",
                "selinuxfs=/sys/fs/selinux\\nenforce=0\\nSELINUX=enforcing | permissive | absent",
                "SELINUX=disabled\\napparmor=N | disabled | disabled",
                "apparmor=Y | absent | enabled",
            })
    void tells_what_confines_programs(String text, String selinux, String apparmor) {
        Host host = read(RecordedHost.asRoot().command("platform", "security", text.replace("\\n", "\n") + "\n"));

        assertThat(host.selinux()).isEqualTo(Fact.known(selinux));
        assertThat(host.apparmor()).isEqualTo(Fact.known(apparmor));
    }

    @Test
    void shows_the_kernel_settings_that_somebody_made() {
        RecordedHost host = RecordedHost.asRoot()
                .file("platform", "sysctl", "/etc/sysctl.d/99-sysctl.conf", "vm.swappiness = 1\n")
                .file("platform", "sysctl", "/etc/sysctl.d/10-ptrace.conf", "kernel.yama.ptrace_scope = 1\n")
                .file("platform", "sysctl", "/etc/sysctl.d/50-shop.conf", """
                        # for the shop
                        ; the same
                        -vm.max_map_count=262144
                        vm.swappiness=10
                        net/core/somaxconn = 1024
                        net.ipv4.ip_local_port_range = 1024\t  65000
                        not a setting
                        """)
                .file(
                        "platform",
                        "sysctl",
                        "/etc/sysctl.conf",
                        "net.ipv4.ip_forward = 0\nkernel.sysrq = 0\nvm.swappiness = 1\nfs.file-max = 99\n");

        assertThat(read(host).sysctls())
                .hasToString("{fs.file-max=99, net.core.somaxconn=1024, net.ipv4.ip_local_port_range=1024 65000,"
                        + " vm.max_map_count=262144, vm.swappiness=1}");
    }

    @Test
    void compares_the_clocks() {
        assertThat(read(RecordedHost.asRoot()).clockSkewSeconds())
                .as("12:00 on both sides")
                .isEqualTo(Fact.known(0L));
    }

    @Test
    void what_was_not_read_is_unknown() {
        Host host = read(RecordedHost.asRoot());

        assertThat(host.cpuCount()).isEqualTo(Fact.unknown("not read"));
        assertThat(host.memoryBytes()).isEqualTo(Fact.unknown("not read"));
        assertThat(host.cgroup()).isEqualTo(Fact.unknown("not read"));
        assertThat(host.selinux()).isEqualTo(Fact.unknown("not read"));
        assertThat(host.apparmor()).isEqualTo(Fact.unknown("not read"));
        assertThat(host.timeZone()).isEqualTo(Fact.unknown("not read"));
    }
}
