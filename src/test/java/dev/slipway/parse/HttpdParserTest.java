package dev.slipway.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.facts.HostFacts;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HttpdParserTest {

    private static String read(RecordedHost host) {
        return FactLines.configuration(new HttpdParser().read(host.evidence(), HostFacts.unread("host")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"debian-12/configuration/httpd-root"})
    void reads_recorded_hosts(String name) {
        HostFacts facts = new HttpdParser().read(RecordedHost.read(name), HostFacts.unread("host"));

        Expected.assertFacts(name, FactLines.configuration(facts));
    }

    @Test
    void reads_the_layout_of_red_hat_with_conditions_and_damage() {
        assertThat(read(RecordedHost.asRoot()
                        .file("httpd", "configuration", "/etc/httpd/conf/httpd.conf", """
                        ServerRoot "/etc/httpd"
                        Listen 0.0.0.0:8080
                        Listen nonsense:x
                        Include conf.modules.d/*.conf
                        DocumentRoot "/var/www/html"
                        <IfModule mod_proxy.c>
                            ProxyPass /app http://app.example.com/
                        </IfModule>
                        <IfModule !mod_proxy.c>
                            ProxyPass /never http://never.example.com/
                        </IfModule>
                        ErrorLog logs/error_log
                        CustomLog "|/usr/bin/logger -t httpd" common
                        Include conf.d/gone.conf
                        </Location>
                        <Location /open>
                        ProxyPass ws://chat.example.com:9001/
                        """)
                        .file(
                                "httpd",
                                "configuration",
                                "/etc/httpd/conf.modules.d/00-proxy.conf",
                                "LoadModule proxy_module modules/mod_proxy.so\n")))
                .isEqualTo("""
                configuredPorts
                  product=httpd  protocol=tcp  port=8080  role=http  tls=false  evidence=[httpd.conf:2]
                proxyRoutes
                  proxy=httpd  kind=http  port=8080  location=/app  upstream=http://app.example.com/  members=[app.example.com]  tls=false  evidence=[httpd.conf:7]
                  proxy=httpd  kind=http  port=8080  location=/open  upstream=ws://chat.example.com:9001/  members=[chat.example.com:9001]  tls=false  features=[websocket]  evidence=[httpd.conf:17]
                  proxy=httpd  kind=static  port=8080  location=/  tls=false  root=/var/www/html  evidence=[httpd.conf:5]
                endpoints
                  address=app.example.com  port=80  role=http  key=proxypass  scope=name  evidence=[httpd.conf:7]
                  address=chat.example.com  port=9001  role=http  key=proxypass  scope=name  evidence=[httpd.conf:17]
                logs
                  path=/etc/httpd/logs/error_log  writer=httpd  via=file  rotatedBy=?(httpd itself rotates nothing)  truncated=false  deleted=false  evidence=[httpd.conf:12]
                  path=syslog  writer=httpd  via=syslog  rotatedBy=''  truncated=false  deleted=false  evidence=[httpd.conf:13]
                unparsed
                  evidence=httpd.conf:15  reason=closes no section
                  evidence=httpd.conf:16  reason=the section is not closed
                  evidence=httpd.conf:14  reason=the included file was not read
                  evidence=httpd.conf:3  reason=not an address to listen on: nonsense:x
                """);
    }

    @Test
    void reads_workers_of_mod_jk() {
        assertThat(read(RecordedHost.asRoot()
                        .file("httpd", "configuration", "/etc/apache2/apache2.conf", """
                        JkWorkersFile /etc/apache2/workers.properties
                        Listen 80
                        <VirtualHost *:*>
                        JkMount /shop/* lb
                        JkMount /one/* node1
                        </VirtualHost>
                        """)
                        .file("httpd", "configuration", "/etc/apache2/workers.properties", """
                        worker.list=lb
                        worker.node1.host=10.0.0.1
                        worker.node1.port=8009
                        worker.node2.host=10.0.0.2
                        worker.lb.type=lb
                        worker.lb.balance_workers=node1,node2
                        """)))
                .isEqualTo("""
                configuredPorts
                  product=httpd  protocol=tcp  port=80  role=http  tls=false  evidence=[apache2.conf:2]
                proxyRoutes
                  proxy=httpd  kind=ajp  port=80  location=/shop/*  upstream=lb  members=[10.0.0.1:8009, 10.0.0.2:8009]  sticky=mod_jk sticky_session  tls=false  evidence=[apache2.conf:4]
                  proxy=httpd  kind=ajp  port=80  location=/one/*  upstream=node1  members=[10.0.0.1:8009]  tls=false  evidence=[apache2.conf:5]
                endpoints
                  address=10.0.0.1  port=8009  role=ajp  key=jkmount  scope=private  evidence=[apache2.conf:4]
                  address=10.0.0.2  port=8009  role=ajp  key=jkmount  scope=private  evidence=[apache2.conf:4]
                  address=10.0.0.1  port=8009  role=ajp  key=jkmount  scope=private  evidence=[apache2.conf:5]
                """);
    }

    @Property(tries = 300)
    void takes_any_text(@ForAll String text) {
        assertThat(read(RecordedHost.asRoot()
                        .file("httpd", "configuration", "/etc/apache2/apache2.conf", "<VirtualHost *:80>\n" + text)))
                .isNotNull();
    }
}
