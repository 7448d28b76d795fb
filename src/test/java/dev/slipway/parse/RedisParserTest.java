package dev.slipway.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.facts.HostFacts;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RedisParserTest {

    private static String read(RecordedHost host) {
        return FactLines.configuration(new RedisParser().read(host.evidence(), HostFacts.unread("host")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "debian-12/configuration/redis-root",
                "debian-12/configuration/redis-user",
                "debian-12/configuration/redis-cache-root"
            })
    void reads_recorded_hosts(String name) {
        HostFacts facts = new RedisParser().read(RecordedHost.read(name), HostFacts.unread("host"));

        Expected.assertFacts(name, FactLines.configuration(facts));
    }

    @Test
    void reads_replicas_clusters_and_sentinels() {
        assertThat(read(RecordedHost.asRoot()
                        .file("redis", "configuration", "/etc/redis.conf", """
                        # port 1
                        include /etc/redis-local.conf
                        BIND 127.0.0.1 -::1
                        port 0
                        tls-port 6380
                        dir "/data/redis 1"
                        save ""
                        slaveof 10.0.0.9 6379
                        cluster-enabled yes
                        """)
                        .file(
                                "redis",
                                "configuration",
                                "/etc/redis-local.conf",
                                "maxmemory 1gb\nmaxmemory-policy allkeys-lru\n")
                        .file("redis", "configuration", "/etc/sentinel.conf", "sentinel monitor main 10.0.0.9 6379 2\n")
                        .command("redis", "data", """
                        directory /data/redis 1
                        -rw-rw---- 1 102 106 100 Nov 24 21:05 dump.rdb
                        -rw-rw---- 1 102 106 23 Nov  4  2024 nodes.conf
                        keys       8 PHPREDIS_SESSION
                        keys       2 bull
                        denied /data/other
                        """)))
                .isEqualTo("""
                sessionState
                  application=PHPREDIS_SESSION  mechanism=redis keys PHPREDIS_SESSION:*, kept for others  store=cache  path=/data/redis 1  survivesRestart=false  inUse=true  count=8  evidence=[data:4]
                configuredPorts
                  product=redis  protocol=tcp  address=127.0.0.1  port=6380  role=redis  tls=true  evidence=[redis.conf:5]
                  product=redis  protocol=tcp  address=::1  port=6380  role=redis  tls=true  evidence=[redis.conf:5]
                  product=redis  protocol=tcp  port=26379  role=redis  tls=false  evidence=[sentinel.conf:0]
                endpoints
                  address=10.0.0.9  port=6379  role=redis  key=slaveof  scope=private  evidence=[redis.conf:8]
                settings
                  product=redis  name=maxmemory  value=1gb  evidence=[redis-local.conf:1]
                  product=redis  name=maxmemory-policy  value=allkeys-lru  evidence=[redis-local.conf:2]
                  product=redis  name=save  evidence=[redis.conf:7]
                  product=redis  name=queue keys  value=bull:*  evidence=[data:5]
                clusters
                  mechanism=Redis Cluster  discovery=member-list  evidence=[redis.conf:9]
                  mechanism=Redis Sentinel  discovery=member-list  members=[10.0.0.9:6379]  group=main  evidence=[sentinel.conf:1]
                state
                  path=/data/redis 1  kind=database  sizeBytes=123  fileCount=2  evidence=[redis.conf:6]
                gaps
                  fact=state  probe=redis  reason=/data/other: permission denied  remedy=scan as root or with sudo
                  fact=sessionState  probe=redis  reason=/data/other: permission denied  remedy=scan as root or with sudo
                """);
    }

    @Property(tries = 200)
    void never_throws(@ForAll String text) {
        read(RecordedHost.asRoot()
                .file(
                        "redis",
                        "configuration",
                        "/etc/redis.conf",
                        text + "\nbind\nport " + text + "\ndir /d\ninclude /etc/redis.conf")
                .command("redis", "data", "keys 1 x\ndirectory /d\n-rw 1 1 1 99 " + text + "\nkeys " + text));
    }
}
