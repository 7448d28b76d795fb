package dev.slipway.schedule;

import static dev.slipway.schedule.JobSample.crontab;
import static dev.slipway.schedule.JobSample.judge;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class JobJudgeTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            quoteCharacter = '`',
            value = {
                // line of root's crontab on a host without applications             ¦ target
                "0 3 * * * /usr/sbin/ntpdate -s pool.ntp.org                         ¦ DROP",
                "0 3 * * * /opt/x/ntpdated-report.sh                                 ¦ CRONJOB",
                "0 3 31 2 * /opt/x/report.sh                                         ¦ DROP",
                "0 3 29 2 * /opt/x/report.sh                                         ¦ CRONJOB",
                "0 4 * * * /usr/sbin/logrotate /etc/logrotate.d/shop                 ¦ DROP",
                "0 4 * * * find /var/log/shop -name '*.log' -mtime +7 -delete        ¦ DROP",
                "0 4 * * * gzip /srv/exports/today.csv                               ¦ CRONJOB",
                "*/5 * * * * pgrep -f shop.jar || /opt/shop/bin/start.sh             ¦ LIVENESS_PROBE",
                "*/5 * * * * pgrep -c httpd | mail -s httpds ops@example.com         ¦ CRONJOB",
                "* * * * * ps -ef | grep -q [s]hop || systemctl restart shop         ¦ LIVENESS_PROBE",
                "0 4 * * 0 systemctl restart shop                                    ¦ LIVENESS_PROBE",
                "@reboot /opt/shop/bin/startup.sh                                    ¦ DEPLOYMENT",
                "@reboot nohup java -jar /opt/x/agent.jar &                          ¦ DEPLOYMENT",
                "@reboot mkdir -p /opt/cache/warm                                    ¦ INIT_CONTAINER",
                "@reboot sleep 5 && curl -s http://localhost:8080/warmup             ¦ SIDECAR",
                "17 4 * * 0 certbot renew -q                                         ¦ MANAGED",
                "17 4 * * 0 /opt/certs/report.sh                                     ¦ CRONJOB",
                "15 2 * * * mysqldump shop | gzip > /var/backups/shop.sql.gz         ¦ MANAGED",
                "15 2 * * * mysql -e 'call nightly()'                                ¦ CRONJOB",
                "0 3 * * * find /srv/shop/upload -mtime +30 -delete                  ¦ SIDECAR",
                "0 3 * * * find /tmp -mtime +30 -delete                              ¦ DROP",
                "0 3 * * * find /srv/shop/upload -mtime +30 -print                   ¦ CRONJOB",
                "* * * * * date +\\%s > /run/shop.tick                               ¦ MANUAL",
                "7 * * * * /opt/x/report --host $(hostname)                          ¦ MANUAL",
                "7 * * * * rsync -a /srv/shared/ peer:/srv/shared/                   ¦ MANUAL",
                "5 0 * * 1-5 curl -s http://127.0.0.1:8080/shop/close >/dev/null     ¦ GOCRON",
                "5 0 * * 1-5 curl -s http://10.0.0.11/close                          ¦ GOCRON",
                "5 0 * * 1-5 curl -s http://10.0.0.12/close                          ¦ CRONJOB",
                "5 0 * * 1-5 curl -s http://localhost/export | /opt/x/load           ¦ CRONJOB",
                "* * * * * cd /srv/web && php artisan schedule:run >/dev/null 2>&1   ¦ GOCRON",
                "*/4 * * * * /opt/x/poll                                             ¦ GOCRON",
                "*/5 * * * * /opt/x/poll                                             ¦ CRONJOB",
                "0 3 1,15 * sun /usr/local/sbin/shop-cleanup                         ¦ CRONJOB",
                "0 6 * * 1-5 /opt/x/report                                           ¦ CRONJOB",
            })
    void chooses_by_the_first_row_that_is_taken(String line, Recommendation.Target target) {
        assertThat(judge(crontab(line.strip())).recommendation().target()).isEqualTo(target);
    }
}
