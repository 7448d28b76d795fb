package dev.slipway.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.facts.HostFacts;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MysqlParserTest {

    private static String read(String text) {
        return FactLines.configuration(new MysqlParser()
                .read(
                        RecordedHost.asRoot()
                                .file("mysql", "configuration", "/etc/my.cnf", text)
                                .evidence(),
                        HostFacts.unread("host")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"debian-12/configuration/mysql-root"})
    void reads_recorded_hosts(String name) {
        HostFacts facts = new MysqlParser().read(RecordedHost.read(name), HostFacts.unread("host"));

        Expected.assertFacts(name, FactLines.configuration(facts));
    }

    @Test
    void reads_a_member_of_a_cluster_and_passes_over_damage() {
        assertThat(read("""
                [client]
                port = 9999
                [mysqld]
                datadir=/data/mysql/
                socket=/data/mysql/mysql.sock
                port = 3307
                bind-address = 0.0.0.0
                log-error=error.log
                slow_query_log = 1
                slow-query-log-file = /data/log/slow.log
                general_log_file = /data/log/general.log
                server-id=2
                log_bin = /data/binlog/bin
                [galera]
                wsrep_cluster_address="gcomm://10.0.0.1,10.0.0.2"
                wsrep_cluster_name=shop
                [[[ = damage
                """)).isEqualTo("""
                configuredPorts
                  product=mysql  protocol=unix  address=/data/mysql/mysql.sock  role=mysql  tls=false  evidence=[my.cnf:5]
                  product=mysql  protocol=tcp  port=3307  role=mysql  tls=false  evidence=[my.cnf:6]
                settings
                  product=mysql  name=server_id  value=2  evidence=[my.cnf:12]
                  product=mysql  name=log_bin  value=/data/binlog/bin  evidence=[my.cnf:13]
                clusters
                  mechanism=Galera  discovery=member-list  members=[10.0.0.1, 10.0.0.2]  group=shop  evidence=[my.cnf:15]
                state
                  path=/data/mysql  kind=database  evidence=[my.cnf:4]
                  path=/data/binlog  kind=database  evidence=[my.cnf:13]
                logs
                  path=/data/mysql/error.log  writer=mysql  via=file  rotatedBy=?(the server itself rotates nothing)  truncated=false  deleted=false  evidence=[my.cnf:8]
                  path=/data/log/slow.log  writer=mysql  via=file  rotatedBy=?(the server itself rotates nothing)  truncated=false  deleted=false  evidence=[my.cnf:10]
                """);
    }

    @Test
    void opens_no_port_without_networking() {
        assertThat(read("[mysqld]\nskip-networking\nport=3306\n")).isEmpty();
    }

    @Property(tries = 300)
    void takes_any_text(@ForAll String text) {
        assertThat(read("[mysqld]\n" + text)).isNotNull();
    }
}
