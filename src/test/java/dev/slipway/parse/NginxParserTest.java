package dev.slipway.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.facts.HostFacts;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class NginxParserTest {
    private static final String MAIN = """
            user nginx;
            # include /never.conf;
            events { worker_connections 1024; }
            http {
                include mime.types;
                include "conf.d/*.conf";
                include missing.conf;
                client_max_body_size 8m;
                upstream app {
                    hash $cookie_JSESSIONID consistent;
                    server 10.0.0.11:8080 weight=2;
                    server 10.0.0.12:8080 backup;
                    server unix:/run/app.sock;
                }
                upstream cache { hash $request_uri; server 10.0.0.21; }
            }
            stream {
                upstream db { server 10.0.0.10:3306; }
                server { listen 3306; proxy_pass db; }
                server { listen 10.0.0.5:53 udp; proxy_pass 10.0.0.6:53; }
            }
            """;

    private static final String SITES = """
            server {
                listen 80; listen [::]:80;
                return 301 https://$host$request_uri;
            }
            server {
                listen       10.0.0.5:8443 ssl http2;
                server_name  shop.example.com *.shop.example.com "~^(?<u>.+)\\.x{2};$";
                ssl_certificate tls/shop.pem; ssl_certificate_key tls/shop.key;
                root /srv/www;
                set $api http://10.0.0.31:9000;
                location / { try_files $uri @app; auth_basic "closed; {area}"; auth_basic_user_file htpasswd; }
                location @app {
                    proxy_pass http://app/context/;
                    proxy_set_header Upgrade $http_upgrade;
                    client_max_body_size 50m;
                    limit_req zone=one burst=5;
                    access_by_lua_block {
                        -- a brace in a comment }
                        local t = { a = "}" }
                    }
                }
                location ~ \\.php$ { fastcgi_pass unix:/run/php-fpm.sock; }
                location /api { proxy_pass $api; }
                location /dyn { proxy_pass https://$http_host; }
                location /img { proxy_pass http://cache; location /img/old { alias /srv/old; } }
                location /w { if ($arg_x) { proxy_pass http://10.0.0.9; } }
            }
            """;

    private static String read(String main, String sites) {
        HostFacts facts = new NginxParser()
                .read(
                        RecordedHost.asRoot()
                                .file("nginx", "configuration", "/etc/nginx/nginx.conf", main)
                                .file("nginx", "configuration", "/etc/nginx/conf.d/sites.conf", sites)
                                .evidence(),
                        HostFacts.unread("host"));
        return FactLines.configuration(facts);
    }

    @ParameterizedTest
    @ValueSource(strings = {"debian-12/configuration/nginx-root", "debian-11/configuration/nginx-root"})
    void reads_recorded_hosts(String name) {
        HostFacts facts = new NginxParser().read(RecordedHost.read(name), HostFacts.unread("host"));

        Expected.assertFacts(name, FactLines.configuration(facts));
    }

    @Test
    void reads_groups_locations_and_streams() {
        assertThat(read(MAIN, SITES)).isEqualTo("""
                configuredPorts
                  product=nginx  protocol=tcp  port=80  role=http  tls=false  evidence=[sites.conf:2]
                  product=nginx  protocol=tcp  address=10.0.0.5  port=8443  role=https  tls=true  evidence=[sites.conf:6]
                  product=nginx  protocol=tcp  port=3306  role=mysql  tls=false  evidence=[nginx.conf:19]
                  product=nginx  protocol=udp  address=10.0.0.5  port=53  role=dns  tls=false  evidence=[nginx.conf:20]
                proxyRoutes
                  proxy=nginx  kind=redirect  port=80  upstream=https://$host$request_uri  tls=false  features=[client_max_body_size 8m]  evidence=[sites.conf:3]
                  proxy=nginx  kind=static  address=10.0.0.5  port=8443  serverNames=[shop.example.com, *.shop.example.com, ~^(?<u>.+)\\.x{2};$]  location=/  tls=true  root=/srv/www  features=[client_max_body_size 8m, auth_basic]  evidence=[sites.conf:9]
                  proxy=nginx  kind=http  address=10.0.0.5  port=8443  serverNames=[shop.example.com, *.shop.example.com, ~^(?<u>.+)\\.x{2};$]  location=@app  upstream=app  members=[10.0.0.11:8080, 10.0.0.12:8080 backup, unix:/run/app.sock]  sticky=hash $cookie_JSESSIONID consistent  tls=true  features=[websocket, client_max_body_size 50m, limit_req, lua]  evidence=[sites.conf:13]
                  proxy=nginx  kind=fastcgi  address=10.0.0.5  port=8443  serverNames=[shop.example.com, *.shop.example.com, ~^(?<u>.+)\\.x{2};$]  location=~ \\.php$  upstream=unix:/run/php-fpm.sock  tls=true  features=[client_max_body_size 8m]  evidence=[sites.conf:22]
                  proxy=nginx  kind=http  address=10.0.0.5  port=8443  serverNames=[shop.example.com, *.shop.example.com, ~^(?<u>.+)\\.x{2};$]  location=/api  upstream=$api  members=[10.0.0.31:9000]  tls=true  features=[client_max_body_size 8m]  evidence=[sites.conf:23]
                  proxy=nginx  kind=http  address=10.0.0.5  port=8443  serverNames=[shop.example.com, *.shop.example.com, ~^(?<u>.+)\\.x{2};$]  location=/dyn  upstream=https://$http_host  tls=true  features=[client_max_body_size 8m]  evidence=[sites.conf:24]
                  proxy=nginx  kind=http  address=10.0.0.5  port=8443  serverNames=[shop.example.com, *.shop.example.com, ~^(?<u>.+)\\.x{2};$]  location=/img  upstream=cache  members=[10.0.0.21]  tls=true  features=[client_max_body_size 8m, hash $request_uri]  evidence=[sites.conf:25]
                  proxy=nginx  kind=static  address=10.0.0.5  port=8443  serverNames=[shop.example.com, *.shop.example.com, ~^(?<u>.+)\\.x{2};$]  location=/img/old  tls=true  root=/srv/old  features=[client_max_body_size 8m]  evidence=[sites.conf:25]
                  proxy=nginx  kind=http  address=10.0.0.5  port=8443  serverNames=[shop.example.com, *.shop.example.com, ~^(?<u>.+)\\.x{2};$]  location=/w  upstream=http://10.0.0.9  members=[10.0.0.9:80]  tls=true  features=[client_max_body_size 8m]  evidence=[sites.conf:26]
                  proxy=nginx  kind=tcp  port=3306  upstream=db  members=[10.0.0.10:3306]  tls=false  evidence=[nginx.conf:19]
                  proxy=nginx  kind=udp  address=10.0.0.5  port=53  upstream=10.0.0.6:53  members=[10.0.0.6:53]  tls=false  evidence=[nginx.conf:20]
                endpoints
                  address=10.0.0.11  port=8080  role=http  key=upstream app  scope=private  evidence=[nginx.conf:11]
                  address=10.0.0.12  port=8080  role=http  key=upstream app  scope=private  evidence=[nginx.conf:12]
                  address=10.0.0.21  port=80  role=http  key=upstream cache  scope=private  evidence=[nginx.conf:15]
                  address=10.0.0.31  port=9000  role=http  key=proxy_pass  scope=private  evidence=[sites.conf:23]
                  address=10.0.0.9  port=80  role=http  key=proxy_pass  scope=private  evidence=[sites.conf:26]
                  address=10.0.0.10  port=3306  role=mysql  key=upstream db  scope=private  evidence=[nginx.conf:18]
                  address=10.0.0.6  port=53  role=dns  key=proxy_pass  scope=private  evidence=[nginx.conf:20]
                settings
                  product=nginx  name=worker_connections  value=1024  evidence=[nginx.conf:3]
                  product=nginx  name=client_max_body_size  value=50m  evidence=[sites.conf:15]
                  product=nginx  name=client_max_body_size  value=8m  evidence=[nginx.conf:8]
                certificates
                  path=/etc/nginx/tls/shop.pem  subject=?(the file was not read)  issuer=?(the file was not read)  names=?(the file was not read)  notBefore=?(the file was not read)  notAfter=?(the file was not read)  selfSigned=?(the file was not read)  keyPath=/etc/nginx/tls/shop.key  product=nginx  evidence=[sites.conf:8]
                state
                  path=/etc/nginx/tls/shop.key  kind=key  evidence=[sites.conf:8]
                  path=/etc/nginx/htpasswd  kind=configuration  evidence=[sites.conf:11]
                unparsed
                  evidence=nginx.conf:7  reason=the included file was not read
                """);
    }

    @Test
    void keeps_what_it_cannot_parse() {
        assertThat(read("http { server { listen 80 } location / { proxy_pass http://a; }\n}\n}\n\"open", ""))
                .isEqualTo("""
                configuredPorts
                  product=nginx  protocol=tcp  port=80  role=http  tls=false  evidence=[nginx.conf:1]
                unparsed
                  evidence=nginx.conf:1  reason=the directive does not end
                  evidence=nginx.conf:3  reason=a brace closes nothing
                  evidence=nginx.conf:4  reason=the quote is not closed
                  evidence=nginx.conf:4  reason=the directive does not end
                """);
    }

    @Property(tries = 300)
    void never_throws(@ForAll @IntRange(max = 1900) int cut, @ForAll String text) {
        read(MAIN + text, SITES.substring(0, Math.min(cut, SITES.length())) + text);
        read(text, "include /etc/nginx/*; include /etc/nginx/conf.d/sites.conf; upstream a { server " + text);
    }
}
