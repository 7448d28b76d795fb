package dev.slipway.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.facts.HostFacts;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HaproxyParserTest {
    private static final String SAMPLE = """
            global
                maxconn 20000
                crt-base /etc/haproxy/certs
            defaults
                mode http
                balance source
            frontend www
                bind *:80,[::]:80
                bind 10.0.0.5:443 ssl crt shop.pem alpn h2
                acl is_api path_beg /api /v2   # comment
                acl shop hdr(host) -i shop.example.com
                acl shop hdr(host) -i www.example.com
                redirect scheme https code 301 if !{ ssl_fc }
                http-request set-header X-Name "a b # c"
                use_backend api if is_api !shop
                use_backend shop if shop
                default_backend static
            backend api
                balance roundrobin
                stick-table type ip size 1m expire 30m
                stick on src
                server a1 10.0.0.21:8080 check
                server a2 10.0.0.22:8080 check backup
            backend shop
                balance leastconn
                cookie JSESSIONID prefix nocache
                server s1 shop1:8080 cookie s1
                server s2 shop2:8080 cookie s2 disabled
            backend static
                server-template web 3 web.local:80 check
            defaults tcp
                mode tcp
            listen mysql 10.0.0.5:3306
                option mysql-check user haproxy
                server db1 10.0.0.10:3306
            listen range from tcp
                bind :9000-9002
                server x 10.0.0.9
            peers lb
                peer lb1 10.0.0.5:1024
                peer lb2 10.0.0.6:1024
            """;

    private static String read(String text) {
        HostFacts facts = new HaproxyParser()
                .read(
                        RecordedHost.asRoot()
                                .file("haproxy", "configuration", "/etc/haproxy/haproxy.cfg", text)
                                .evidence(),
                        HostFacts.unread("host"));
        return FactLines.configuration(facts);
    }

    @ParameterizedTest
    @ValueSource(strings = {"debian-12/configuration/haproxy-root", "debian-11/configuration/haproxy-root"})
    void reads_recorded_hosts(String name) {
        HostFacts facts = new HaproxyParser().read(RecordedHost.read(name), HostFacts.unread("host"));

        Expected.assertFacts(name, FactLines.configuration(facts));
    }

    @Test
    void reads_frontends_conditions_and_backends() {
        assertThat(read(SAMPLE)).isEqualTo("""
                configuredPorts
                  product=haproxy  protocol=tcp  port=80  role=http  tls=false  evidence=[haproxy.cfg:8]
                  product=haproxy  protocol=tcp  address=10.0.0.5  port=443  role=https  tls=true  evidence=[haproxy.cfg:9]
                  product=haproxy  protocol=tcp  address=10.0.0.5  port=3306  role=mysql  tls=false  evidence=[haproxy.cfg:33]
                  product=haproxy  protocol=tcp  port=9000  tls=false  evidence=[haproxy.cfg:37]
                  product=haproxy  protocol=tcp  port=9001  tls=false  evidence=[haproxy.cfg:37]
                  product=haproxy  protocol=tcp  port=9002  tls=false  evidence=[haproxy.cfg:37]
                proxyRoutes
                  proxy=haproxy  kind=http  port=80  location=if (path_beg /api /v2) !(hdr(host) -i shop.example.com or hdr(host) -i www.example.com)  upstream=api  members=[10.0.0.21:8080, 10.0.0.22:8080 backup]  sticky=stick on src  tls=false  features=[headers]  evidence=[haproxy.cfg:15]
                  proxy=haproxy  kind=http  address=10.0.0.5  port=443  location=if (path_beg /api /v2) !(hdr(host) -i shop.example.com or hdr(host) -i www.example.com)  upstream=api  members=[10.0.0.21:8080, 10.0.0.22:8080 backup]  sticky=stick on src  tls=true  features=[headers]  evidence=[haproxy.cfg:15]
                  proxy=haproxy  kind=http  port=80  serverNames=[shop.example.com, www.example.com]  location=if (hdr(host) -i shop.example.com or hdr(host) -i www.example.com)  upstream=shop  members=[shop1:8080, shop2:8080 disabled]  sticky=cookie JSESSIONID prefix nocache  tls=false  features=[headers]  evidence=[haproxy.cfg:16]
                  proxy=haproxy  kind=http  address=10.0.0.5  port=443  serverNames=[shop.example.com, www.example.com]  location=if (hdr(host) -i shop.example.com or hdr(host) -i www.example.com)  upstream=shop  members=[shop1:8080, shop2:8080 disabled]  sticky=cookie JSESSIONID prefix nocache  tls=true  features=[headers]  evidence=[haproxy.cfg:16]
                  proxy=haproxy  kind=redirect  port=80  upstream=scheme https code 301 if !{ ssl_fc }  tls=false  features=[headers]  evidence=[haproxy.cfg:13]
                  proxy=haproxy  kind=http  port=80  upstream=static  members=[web.local:80]  sticky=balance source  tls=false  features=[headers]  evidence=[haproxy.cfg:17]
                  proxy=haproxy  kind=http  address=10.0.0.5  port=443  upstream=static  members=[web.local:80]  sticky=balance source  tls=true  features=[headers]  evidence=[haproxy.cfg:17]
                  proxy=haproxy  kind=tcp  address=10.0.0.5  port=3306  upstream=mysql  members=[10.0.0.10:3306]  tls=false  features=[option mysql-check]  evidence=[haproxy.cfg:33]
                  proxy=haproxy  kind=tcp  port=9000  upstream=range  members=[10.0.0.9]  tls=false  evidence=[haproxy.cfg:36]
                  proxy=haproxy  kind=tcp  port=9001  upstream=range  members=[10.0.0.9]  tls=false  evidence=[haproxy.cfg:36]
                  proxy=haproxy  kind=tcp  port=9002  upstream=range  members=[10.0.0.9]  tls=false  evidence=[haproxy.cfg:36]
                endpoints
                  address=10.0.0.21  port=8080  role=http  key=backend api  scope=private  evidence=[haproxy.cfg:22]
                  address=10.0.0.22  port=8080  role=http  key=backend api  scope=private  evidence=[haproxy.cfg:23]
                  address=10.0.0.10  port=3306  role=mysql  key=backend mysql  scope=private  evidence=[haproxy.cfg:35]
                  address=10.0.0.9  key=backend range  scope=private  evidence=[haproxy.cfg:38]
                  address=shop1  port=8080  role=http  key=backend shop  scope=name  evidence=[haproxy.cfg:27]
                  address=shop2  port=8080  role=http  key=backend shop  scope=name  evidence=[haproxy.cfg:28]
                  address=web.local  port=80  role=http  key=backend static  scope=name  evidence=[haproxy.cfg:30]
                settings
                  product=haproxy  name=maxconn  value=20000  evidence=[haproxy.cfg:2]
                clusters
                  mechanism=HAProxy peers  discovery=member-list  members=[10.0.0.5:1024, 10.0.0.6:1024]  group=lb  evidence=[haproxy.cfg:39]
                certificates
                  path=/etc/haproxy/certs/shop.pem  subject=?(the file was not read)  issuer=?(the file was not read)  names=?(the file was not read)  notBefore=?(the file was not read)  notAfter=?(the file was not read)  selfSigned=?(the file was not read)  product=haproxy  evidence=[haproxy.cfg:9]
                state
                  path=/etc/haproxy/certs/shop.pem  kind=key  evidence=[haproxy.cfg:9]
                """);
    }

    @Test
    void keeps_what_it_cannot_parse() {
        assertThat(read("server lost 10.0.0.1:80\nfrontend x\n bind \"*:80\n bind nowhere\n default_backend none\n"))
                .isEqualTo("""
                configuredPorts
                  product=haproxy  protocol=tcp  port=80  role=http  tls=false  evidence=[haproxy.cfg:3]
                proxyRoutes
                  proxy=haproxy  kind=http  port=80  upstream=none  tls=false  evidence=[haproxy.cfg:5]
                unparsed
                  evidence=haproxy.cfg:3  reason=the quote is not closed
                  evidence=haproxy.cfg:1  reason=outside of any section
                  evidence=haproxy.cfg:4  reason=not an address to listen on: nowhere
                """);
    }

    @Property(tries = 300)
    void never_throws(@ForAll @IntRange(max = 1500) int cut, @ForAll String text) {
        read(SAMPLE.substring(0, Math.min(cut, SAMPLE.length())) + text);
        read("frontend a\nbind " + text + "\nacl b " + text + "\nuse_backend b if b\nbackend b\nserver " + text);
    }
}
