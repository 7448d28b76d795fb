package dev.slipway.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.facts.EvidenceLine;
import dev.slipway.facts.Fact;
import dev.slipway.facts.HostFacts;
import dev.slipway.facts.HostsEntry;
import java.util.List;
import org.junit.jupiter.api.Test;

final class NetworkParserTest {

    private static HostFacts read(RecordedHost host) {
        HostFacts before =
                HostFacts.unread("host").with(facts -> facts.host(facts.host().withHostName(Fact.known("web1"))));
        return new NetworkParser().read(host.evidence(), before);
    }

    private static List<String> addresses(String text) {
        return read(RecordedHost.asRoot().command("network", "addresses", text))
                .host()
                .addresses();
    }

    @Test
    void reads_debian_12() {
        HostFacts facts = new NetworkParser().read(RecordedHost.read("debian-12/user"), HostFacts.unread("host"));

        assertThat(facts.host().addresses()).containsExactly("10.200.0.14/23", "10.200.0.100/23");
        assertThat(facts.host().nameServers()).containsExactly("10.0.0.5");
        assertThat(facts.hostsEntries())
                .contains(new HostsEntry(
                        "10.0.0.20",
                        List.of("nas", "nas.lab.internal"),
                        List.of(new EvidenceLine("network", "/etc/hosts", 6, "10.0.0.20 nas nas.lab.internal"))));
        assertThat(facts.gaps()).isEmpty();
    }

    @Test
    void reads_ip() {
        assertThat(addresses("""
                1: lo    inet 127.0.0.1/8 scope host lo\\       valid_lft forever preferred_lft forever
                2: eth0    inet 10.1.2.3/24 brd 10.1.2.255 scope global eth0\\       valid_lft forever
                2: eth0    inet 10.1.2.100/32 scope global secondary eth0:1\\       valid_lft forever
                2: eth0    inet6 2001:db8::5/64 scope global \\       valid_lft forever preferred_lft forever
                2: eth0    inet6 fe80::404a:bcff:fef2:c386/64 scope link \\       valid_lft forever
                3: tun0    inet 10.8.0.1 peer 10.8.0.2/32 scope global tun0
                4: docker0 inet 172.17.0.1/16 brd 172.17.255.255 scope global docker0
                """))
                .containsExactly("10.1.2.3/24", "10.1.2.100/32", "2001:db8::5/64", "10.8.0.1/32", "172.17.0.1/16");
    }

    @Test
    void reads_ifconfig_old_and_new() {
        assertThat(addresses("""
                eth0      Link encap:Ethernet  HWaddr 42:4A:BC:F2:C3:86
                          inet addr:10.200.0.15  Bcast:10.200.1.255  Mask:255.255.254.0
                          inet6 addr: fe80::404a:bcff:fef2:c386/64 Scope:Link
                          inet6 addr: 2001:db8::7/64 Scope:Global
                lo        Link encap:Local Loopback
                          inet addr:127.0.0.1  Mask:255.0.0.0
                """)).containsExactly("10.200.0.15/23", "2001:db8::7/64");
        assertThat(addresses("""
                ens3: flags=4163<UP,BROADCAST,RUNNING,MULTICAST>  mtu 1500
                        inet 10.1.2.3  netmask 255.255.255.0  broadcast 10.1.2.255
                        inet6 fe80::5054:ff:fe12:3456  prefixlen 64  scopeid 0x20<link>
                        inet6 2001:db8::8  prefixlen 64  scopeid 0x0<global>
                """)).containsExactly("10.1.2.3/24", "2001:db8::8/64");
    }

    @Test
    void reads_the_kernels_own_tables_where_there_is_no_tool() {
        String tables = """
                Main:
                  +-- 0.0.0.0/1 2 0 2
                        +-- 10.200.0.0/23 2 0 2
                           +-- 10.200.0.0/28 2 0 2
                              |-- 10.200.0.0
                                 /23 link UNICAST
                              |-- 10.200.0.15
                                 /32 host LOCAL
                           |-- 10.200.1.255
                              /32 link BROADCAST
                        |-- 10.0.0.0
                           /8 link UNICAST
                     +-- 127.0.0.0/8 2 0 2
                           |-- 127.0.0.1
                              /32 host LOCAL
                Local:
                              |-- 10.200.0.15
                                 /32 host LOCAL
                00000000000000000000000000000001 01 80 10 80       lo
                fe80000000000000404abcfffef2c386 02 40 20 80     eth0
                20010db8000000000000000000000009 02 40 00 80     eth0
                """;

        assertThat(read(RecordedHost.asRoot().command("network", "kernel-addresses", tables))
                        .host()
                        .addresses())
                .containsExactly("2001:db8::9/64", "10.200.0.15/23");
    }

    @Test
    void reads_the_resolver() {
        HostFacts facts = read(RecordedHost.asRoot().file("network", "names", "/etc/resolv.conf", """
                # by hand
                domain old.example.com
                search shop.example.com example.com
                nameserver 10.0.0.2
                nameserver\t10.0.0.3
                nameserver 10.0.0.2
                options timeout:1
                nameserver
                """));

        assertThat(facts.host().nameServers()).containsExactly("10.0.0.2", "10.0.0.3");
        assertThat(facts.host().searchDomains()).containsExactly("shop.example.com", "example.com");
    }

    @Test
    void shows_the_other_machines_in_the_hosts_file() {
        HostFacts facts = read(RecordedHost.asRoot()
                .command("network", "addresses", "2: eth0    inet 10.1.2.3/24 scope global eth0\n")
                .file("network", "names", "/etc/hosts", """
                        127.0.0.1 localhost
                        127.0.1.1 web1.example.com web1
                        ::1 localhost ip6-localhost
                        ff02::1 ip6-allnodes
                        fe00::0 ip6-localnet
                        10.1.2.3 www.example.com
                        10.9.9.9 web1
                          10.0.0.10\tdb.example.com  db # the database
                        #10.0.0.11 gone
                        2001:db8::1 six
                        10.0.0.12
                        nonsense here
                        """));

        assertThat(facts.hostsEntries())
                .containsExactly(
                        new HostsEntry(
                                "10.0.0.10",
                                List.of("db.example.com", "db"),
                                List.of(new EvidenceLine(
                                        "network", "/etc/hosts", 8, "10.0.0.10\tdb.example.com  db # the database"))),
                        new HostsEntry(
                                "2001:db8::1",
                                List.of("six"),
                                List.of(new EvidenceLine("network", "/etc/hosts", 10, "2001:db8::1 six"))));
    }

    @Test
    void says_what_it_could_not_read() {
        HostFacts facts = read(RecordedHost.asUser().denied("network", "names", "/etc/hosts"));

        assertThat(facts.hostsEntries()).isEmpty();
        assertThat(facts.gaps())
                .extracting(gap -> gap.fact() + ": " + gap.reason())
                .containsExactly(
                        "hostsEntries: /etc/hosts: permission denied",
                        "host: addresses: was not run",
                        "host: kernel-addresses: was not run");
    }
}
