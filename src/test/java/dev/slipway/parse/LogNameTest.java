package dev.slipway.parse;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class LogNameTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/var/log/messages",
                "/opt/app/logs/anything",
                "/srv/shop/server.log",
                "/srv/shop/server.log.2026-11-24",
                "/home/app/nohup.out",
                "/srv/shop/shop-error.txt",
                "/data/applogs/x",
                "/data/shop_log/x",
                "/u01/diag/trace/orcl_ora_1.trc",
                "/opt/jboss/standalone/log/audit"
            })
    void knows_a_log(String path) {
        assertThat(LogName.isLog(path)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/var/lib/mysql/ib_logfile0",
                "/var/lib/mysql/mysql-bin.000012",
                "/data/kafka/logs/topic-0/00000000000000000012.log",
                "/data/zookeeper/version-2/log.100000001",
                "/var/lib/postgresql/15/main/pg_wal/000000010000000000000001",
                "/var/log/journal/abc/system.journal",
                "/var/log/wtmp",
                "/var/log/lastlog",
                "/run/app.log",
                "/proc/self/x.log",
                "/opt/activemq/data/kahadb/db-1.log",
                "/var/log/app/app.pid",
                "/srv/shop/catalogue.txt"
            })
    void knows_what_is_no_log(String path) {
        assertThat(LogName.isLog(path)).isFalse();
    }

    @Test
    void does_not_look_at_names_that_no_file_can_have() {
        assertThat(LogName.isLog("/var/log/" + "-relay-bin/a.".repeat(100_000))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "/v/access.2026-11-24.txt, /v/access.*.txt",
        "/v/access.20261124, /v/access.*",
        "/v/app-2026-11-24-13.log, /v/app-*.log",
        "/v/app_2026_11_24T13:05:10.log, /v/app_*.log",
        "/v/app.2026-11.log, /v/app.*.log",
        "/v/app-8080-01.log, /v/app-8080-01.log",
        "/v/2026-11-24/app.log, /v/2026-11-24/app.log",
        "/v/app.log, /v/app.log"
    })
    void knows_a_series(String path, String series) {
        assertThat(LogName.series(path)).isEqualTo(series);
    }

    @ParameterizedTest
    @CsvSource({
        "/v/syslog.1, /v/syslog",
        "/v/syslog.2.gz, /v/syslog",
        "/v/messages-20261124, /v/messages",
        "/v/messages-20261124.xz, /v/messages",
        "/v/app.log.2026-11-24, /v/app.log",
        "/v/app.log.2026-11-24.3, /v/app.log",
        "/v/messages.old, /v/messages",
        "/v/app.log.gz, /v/app.log",
        "/v/app.log, /v/app.log"
    })
    void knows_what_an_old_copy_is_of(String path, String original) {
        assertThat(LogName.original(path)).isEqualTo(original);
    }
}
