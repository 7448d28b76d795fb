package dev.slipway.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.facts.HostFacts;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class KeepalivedParserTest {

    private static String read(String text) {
        return FactLines.configuration(new KeepalivedParser()
                .read(
                        RecordedHost.asRoot()
                                .file("keepalived", "configuration", "/etc/keepalived/keepalived.conf", text)
                                .evidence(),
                        HostFacts.unread("host")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"debian-12/configuration/keepalived-root", "debian-12/configuration/keepalived-sample-root"})
    void reads_recorded_hosts(String name) {
        HostFacts facts = new KeepalivedParser().read(RecordedHost.read(name), HostFacts.unread("host"));

        Expected.assertFacts(name, FactLines.configuration(facts));
    }

    @Test
    void reads_peers_devices_scripts_and_braces_wherever_they_stand() {
        assertThat(read("""
                vrrp_script chk { script "/usr/bin/pgrep nginx" } ! one line
                vrrp_instance WWW
                {
                  state BACKUP # at the start
                  interface eth0
                  unicast_peer {
                    10.0.0.2
                    10.0.0.3 }
                  virtual_ipaddress {
                    10.0.0.100/24 dev eth1 label eth1:1
                  }
                  notify_master "/usr/local/bin/up now"
                }
                }
                virtual_server fwmark 1 {
                  protocol UDP
                  real_server 10.0.0.4 53
                """)).isEqualTo("""
                proxyRoutes
                  proxy=keepalived  kind=udp  upstream=fwmark 1  members=[10.0.0.4:53]  tls=false  evidence=[keepalived.conf:15]
                endpoints
                  address=10.0.0.4  port=53  role=dns  key=virtual_server fwmark  scope=private  evidence=[keepalived.conf:17]
                settings
                  product=keepalived  name=script  value=/usr/bin/pgrep nginx  scope=chk  evidence=[keepalived.conf:1]
                  product=keepalived  name=notify_master  value=/usr/local/bin/up now  scope=WWW  evidence=[keepalived.conf:12]
                clusters
                  mechanism=VRRP router  discovery=member-list  members=[10.0.0.2, 10.0.0.3]  evidence=[keepalived.conf:2]
                virtualAddresses
                  address=10.0.0.100/24  network=eth1  product=keepalived  name=WWW  state=BACKUP  evidence=[keepalived.conf:10]
                unparsed
                  evidence=keepalived.conf:14  reason=closes no block
                  evidence=keepalived.conf:15  reason=the block is not closed
                """);
    }

    @Property(tries = 300)
    void takes_any_text(@ForAll String text) {
        assertThat(read("vrrp_instance a {\n" + text)).isNotNull();
    }
}
