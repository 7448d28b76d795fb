package dev.slipway.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.facts.HostFacts;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PhpParserTest {

    private static String read(RecordedHost host) {
        return FactLines.configuration(new PhpParser().read(host.evidence(), HostFacts.unread("host")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"debian-12/configuration/php-root"})
    void reads_recorded_hosts(String name) {
        HostFacts facts = new PhpParser().read(RecordedHost.read(name), HostFacts.unread("host"));

        Expected.assertFacts(name, FactLines.configuration(facts));
    }

    @Test
    void reads_the_layout_of_red_hat_without_the_right_to_see_sessions() {
        assertThat(read(RecordedHost.asUser()
                        .file("php", "configuration", "/etc/php.ini", """
                        [PHP]
                        memory_limit = 256M
                        session.gc_maxlifetime = 7200
                        """)
                        .file("php", "configuration", "/etc/php-fpm.d/www.conf", """
                        [www]
                        listen = 9000
                        php_value[session.save_path]    = /var/lib/php/session
                        access.log = syslog
                        ] [damaged
                        """)
                        .command("php", "sessions", "denied /var/lib/php/session\n")))
                .isEqualTo("""
                sessionState
                  application=www  mechanism=PHP files  store=file  path=/var/lib/php/session  cookie=PHPSESSID  timeoutMinutes=120  survivesRestart=true  inUse=?(needs root)  count=?(needs root)  evidence=[www.conf:3]
                configuredPorts
                  product=php-fpm  protocol=tcp  port=9000  role=fastcgi  tls=false  evidence=[www.conf:2]
                settings
                  product=php  name=memory_limit  value=256M  scope=www  evidence=[php.ini:2]
                logs
                  path=syslog  writer=php-fpm  via=syslog  rotatedBy=?(PHP itself rotates nothing)  truncated=false  deleted=false  evidence=[www.conf:4]
                """);
    }

    @Property(tries = 300)
    void takes_any_text(@ForAll String text) {
        assertThat(read(RecordedHost.asRoot()
                        .file("php", "configuration", "/etc/php.ini", text)
                        .file("php", "configuration", "/etc/php-fpm.d/www.conf", text)
                        .file("php", "configuration", "/srv/a/.env", text)
                        .file("php", "configuration", "/srv/a/wp-config.php", text)
                        .command("php", "sessions", text)))
                .isNotNull();
    }
}
