package dev.slipway.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.facts.Fact;
import dev.slipway.facts.Job;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class JobCommandTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            quoteCharacter = '`',
            value = {
                "/opt/x/run --all                                       ¦ PROGRAM programs=[/opt/x/run]",
                "flock -n /run/lock/x /opt/x/run                        ¦ PROGRAM programs=[/opt/x/run] lock=/run/lock/x",
                "flock -w 30 /run/lock/x -c 'cd /srv && ./run'          ¦ PROGRAM programs=[./run] lock=/run/lock/x waits cd=/srv",
                "timeout -k 5 10m nice -n 19 ionice -c3 /opt/x/run      ¦ PROGRAM programs=[/opt/x/run] timeout=600",
                "env A=b C='d e' /opt/x/run                             ¦ PROGRAM programs=[/opt/x/run]",
                "A=b /opt/x/run                                         ¦ PROGRAM programs=[/opt/x/run]",
                "sudo -n -u app /opt/x/run                              ¦ PROGRAM programs=[/opt/x/run] as=app",
                "su - app -c '/opt/x/run --all'                         ¦ PROGRAM programs=[/opt/x/run] as=app sourced=[login]",
                "su -s /bin/sh app -c \"/opt/x/run; /opt/x/more\"       ¦ PROGRAM programs=[/opt/x/run, /opt/x/more] as=app",
                "runuser -u app -- /opt/x/run                           ¦ PROGRAM programs=[/opt/x/run] as=app",
                "bash -lc '/opt/x/run'                                  ¦ PROGRAM programs=[/opt/x/run] sourced=[login]",
                "sh -c 'exec /opt/x/run'                                ¦ PROGRAM programs=[/opt/x/run]",
                "/bin/sh /opt/x/run.sh                                  ¦ PROGRAM programs=[/opt/x/run.sh]",
                ". /etc/profile; cd /srv/x && ./run > /dev/null 2>&1    ¦ PROGRAM programs=[./run] cd=/srv/x sourced=[/etc/profile] quiet",
                "sleep 20; /opt/x/run >> /var/log/x.log 2>&1            ¦ PROGRAM programs=[/opt/x/run] delay=20 logs=[/var/log/x.log]",
                "sleep $((RANDOM % 600)); /opt/x/run                    ¦ PROGRAM programs=[/opt/x/run] jitter",
                "/opt/x/run --in /srv/in --out=/srv/out                 ¦ PROGRAM programs=[/opt/x/run] paths=[/srv/in, /srv/out]",
                "/opt/x/run -s /run/x.sock                              ¦ PROGRAM programs=[/opt/x/run] paths=[/run/x.sock] host=[/run/x.sock]",
                "mysql -h db -e 'select 1; drop' | mail -s \"a;b\" x@y  ¦ PROGRAM programs=[mysql, mail]",
                "curl -fsS http://localhost:8080/run                    ¦ HTTP_CALL programs=[curl] urls=[http://localhost:8080/run]",
                "wget -qO- localhost/cron                               ¦ HTTP_CALL programs=[wget] urls=[http://localhost/cron]",
                "curl -m 10 https://hc-ping.com/3f1                     ¦ HEARTBEAT programs=[curl] urls=[https://hc-ping.com/3f1]",
                "/usr/bin/certbot renew --quiet                         ¦ CERTIFICATE_RENEWAL programs=[/usr/bin/certbot]",
                "pg_dump shop | gzip > /backup/shop.gz                  ¦ BACKUP programs=[pg_dump, gzip] paths=[/backup/shop.gz]",
                "tar czf /backup/etc.tgz /etc                           ¦ BACKUP programs=[tar] paths=[/backup/etc.tgz, /etc]",
                "tar czf /srv/out/etc.tgz /etc                          ¦ PROGRAM programs=[tar] paths=[/srv/out/etc.tgz, /etc]",
                "rsync -a /srv/a/ peer:/srv/a/                          ¦ TRANSFER programs=[rsync] paths=[/srv/a]",
                "find /srv/up -mtime +7 -exec rm {} \\;                 ¦ CLEANUP programs=[find] paths=[/srv/up]",
                "find /var/log/x -name '*.gz' -delete                   ¦ LOG_ROTATION programs=[find] paths=[/var/log/x]",
                "/usr/sbin/logrotate /etc/lr.conf                       ¦ LOG_ROTATION programs=[/usr/sbin/logrotate] paths=[/etc/lr.conf]",
                "pidof x >/dev/null || /etc/init.d/x start              ¦ WATCHDOG programs=[pidof, /etc/init.d/x] quiet",
                "systemctl is-active x || systemctl restart x           ¦ WATCHDOG programs=[systemctl, systemctl] host=[systemctl]",
                "if ! pgrep x; then /opt/x/start; fi                    ¦ WATCHDOG programs=[pgrep, /opt/x/start]",
                "echo 3 > /proc/sys/vm/drop_caches                      ¦ HOUSEKEEPING programs=[echo] paths=[/proc/sys/vm/drop_caches] host=[/proc/sys/vm/drop_caches]",
                "php /srv/w/artisan schedule:run                        ¦ FRAMEWORK_SCHEDULER programs=[php] paths=[/srv/w/artisan]",
                "(cd /srv; ./a) & (cd /srv; ./b)                        ¦ PROGRAM programs=[./a, ./b] cd=/srv",
                "`'`                                                    ¦ PROGRAM programs=[]",
            })
    void takes_a_command_apart(String command, String expected) {
        assertThat(text(JobCommand.of(command.strip(), ""))).isEqualTo(expected.strip());
    }

    private static String text(JobCommand command) {
        List<String> parts = new ArrayList<>(List.of(command.kind() + " programs=" + command.programs()));
        add(parts, "lock=", command.lockFile());
        add(parts, "", command.waitsForLock() ? "waits" : "");
        add(parts, "timeout=", number(command.timeoutSeconds()));
        add(parts, "cd=", command.workingDirectory());
        add(parts, "as=", command.runAs());
        add(parts, "sourced=", list(command.sourced()));
        add(parts, "delay=", number(command.delaySeconds()));
        add(parts, "", command.randomDelay() ? "jitter" : "");
        add(parts, "logs=", list(command.logFiles()));
        add(parts, "", command.discardsOutput() ? "quiet" : "");
        add(parts, "paths=", list(command.localPaths()));
        add(parts, "host=", list(command.hostState()));
        add(parts, "urls=", list(command.urls()));
        return String.join(" ", parts);
    }

    private static void add(List<String> parts, String name, String value) {
        if (!value.isEmpty()) {
            parts.add(name + value);
        }
    }

    private static String number(OptionalLong number) {
        return number.isPresent() ? "" + number.getAsLong() : "";
    }

    private static String list(List<String> list) {
        return list.isEmpty() ? "" : list.toString();
    }

    @Test
    void the_percent_sign_of_cron_is_read_first() {
        JobCommand command = JobCommand.of(JobSample.crontab("0 3 * * * mail -s $(date +\\%F) x@y%dear x%bye"));

        assertThat(command.shell()).isEqualTo("mail -s $(date +%F) x@y");
        assertThat(command.input()).isEqualTo("dear x\nbye\n");
    }

    @Test
    void the_marks_of_systemd_are_no_part_of_the_program() {
        Job job = JobSample.timer("OnCalendar=daily", "-/opt/x/a ; +/opt/x/b", "Etc/UTC");

        assertThat(JobCommand.of(job).programs()).containsExactly("/opt/x/a", "/opt/x/b");
    }

    @Test
    void a_host_is_known_by_each_of_its_names() {
        JobCommand command = JobCommand.of("curl -s http://user:secret@shop-01:8080/run", "");

        assertThat(command.callsHost(new TreeSet<>(List.of("shop-01")))).isTrue();
        assertThat(command.callsHost(new TreeSet<>(List.of("shop-02")))).isFalse();
    }

    @Test
    void hostile_text_ends() {
        for (String text : List.of(
                "$(",
                "\"",
                "'",
                "`",
                "((((",
                "sh -c ".repeat(500) + "x",
                ">",
                "2>&",
                "\\",
                "flock",
                "su",
                "timeout 5",
                "&& ||")) {
            assertThat(JobCommand.of(text, "").shell()).isEqualTo(text);
        }
        assertThat(JobCommand.of("a;".repeat(100_000), "").programs()).hasSizeLessThan(1000);
        assertThat(JobSample.judge(JobSample.crontab("0 3 * * * $(").withUser(Fact.unknown("not read")))
                        .recommendation()
                        .target())
                .isEqualTo(Recommendation.Target.CRONJOB);
    }
}
