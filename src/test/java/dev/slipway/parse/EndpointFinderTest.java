package dev.slipway.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.facts.Endpoint;
import dev.slipway.facts.EvidenceLine;
import dev.slipway.facts.Fact;
import dev.slipway.facts.Host;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

final class EndpointFinderTest {
    private static final Host HOST =
            Host.unread("h1").with(b -> b.addresses(List.of("10.0.0.11/24")).hostName(Fact.known("h1.example.com")));

    @Example
    void finds_databases_in_jdbc_addresses() {
        assertThat(found("""
                a=jdbc:mysql://10.0.0.10:3306,db2/shop?useSSL=false&user=x
                b=jdbc:mysql:loadbalance://u:[REDACTED]@m1,m2:3307/shop
                c=jdbc:postgresql://h1.example.com/batch?currentSchema=s
                d=jdbc:oracle:thin:scott/[REDACTED]@ora1:1521:ORCL
                e=jdbc:oracle:thin:@//ora2/svc
                f=jdbc:oracle:thin:@(DESCRIPTION=(ADDRESS_LIST=(ADDRESS=(PROTOCOL=TCP)(HOST=10.1.1.1)(PORT=1522)))(CONNECT_DATA=(SERVICE_NAME=prod)))
                g=jdbc:sqlserver://sql1\\\\INST;databaseName=crm;encrypt=true
                h=jdbc:jtds:sqlserver://sql2:1444/crm
                i=jdbc:p6spy:mariadb:sequential//localhost/x
                j=jdbc:db2://10.0.0.11:50001/SAMPLE:user=x;
                k=jdbc:h2:tcp://h2host/~/x
                l=jdbc:h2:file:/var/lib/x
                """)).isEqualTo("""
                a 10.0.0.10:3306 mysql shop private
                a db2:3306 mysql shop name
                b m1:3306 mysql shop name
                b m2:3307 mysql shop name
                c h1.example.com:5432 postgresql batch host
                d ora1:1521 oracle ORCL name
                e ora2:1521 oracle svc name
                f 10.1.1.1:1522 oracle prod private
                g sql1:1433 mssql crm name
                h sql2:1444 mssql crm name
                i localhost:3306 mysql x loopback
                j 10.0.0.11:50001 db2 SAMPLE host
                k h2host:0 h2 ~/x name
                """);
    }

    @Example
    void finds_services_in_addresses_and_pairs() {
        assertThat(found("""
                spring.redis.host=10.200.0.14
                spring.redis.port=6380
                spring.kafka.bootstrap-servers=k1:9092,k2:9093
                broker.url=failover:(tcp://a1:61616,tcp://a2:61617)?randomize=false
                mongo.uri=mongodb://u:[REDACTED]@m1:27018,m2/app?replicaSet=r
                service.url=https://pay.example.com/api/v1?x=1
                spring.mail.host=mail.example.com
                eureka.client.service-url.defaultZone=http://e1:8761/eureka/,http://e2:8761/eureka/
                zk=10.0.0.5:2181,10.0.0.6:2181
                schema=http://www.w3.org/2001/XMLSchema
                version.host=1.2.3
                time=12:30
                image=registry/app:1.2
                xsi.file=file:///etc/x
                my.server.host=10.9.9.9
                my.server.port=7000
                socket=[2001:db8::1]:443
                dns.server=8.8.8.8:53
                bind.address=0.0.0.0:80
                group.address=228.0.0.4:45564
                """)).isEqualTo("""
                spring.redis.host 10.200.0.14:6380 redis  private
                spring.kafka.bootstrap-servers k1:9092 kafka  name
                spring.kafka.bootstrap-servers k2:9093 kafka  name
                broker.url a1:61616 jms  name
                broker.url a2:61617   name
                mongo.uri m1:27018 mongodb app name
                mongo.uri m2:27017 mongodb app name
                service.url pay.example.com:443 https api/v1 name
                spring.mail.host mail.example.com:25 smtp  name
                eureka.client.service-url.defaultZone e1:8761 eureka eureka/ name
                eureka.client.service-url.defaultZone e2:8761 eureka eureka/ name
                zk 10.0.0.5:2181 zookeeper  private
                zk 10.0.0.6:2181 zookeeper  private
                my.server.host 10.9.9.9:7000   private
                socket 2001:db8::1:443 https  public
                dns.server 8.8.8.8:53 dns  public
                group.address 228.0.0.4:45564   multicast
                """);
    }

    @Example
    void tells_databases_inside_the_program_from_files() {
        assertThat(List.of(
                                "jdbc:h2:file:/var/lib/app/db;AUTO_SERVER=TRUE",
                                "jdbc:h2:~/test",
                                "jdbc:h2:mem:test",
                                "jdbc:sqlite:/srv/a.db?cache=shared",
                                "jdbc:derby:/opt/d/metastore_db;create=true",
                                "jdbc:derby:memory:x",
                                "jdbc:hsqldb:file:/opt/h/db;shutdown=true",
                                "jdbc:hsqldb:hsql://h:9001/x")
                        .stream()
                        .map(url -> JdbcUrl.parse(url).orElseThrow())
                        .map(url -> url.role() + " " + url.embedded() + " " + url.database() + " " + url.servers()))
                .containsExactly(
                        "h2 true /var/lib/app/db []",
                        "h2 true ~/test []",
                        "h2 true  []",
                        "sqlite true /srv/a.db []",
                        "derby true /opt/d/metastore_db []",
                        "derby true  []",
                        "hsqldb true /opt/h/db []",
                        "hsqldb false x [h:9001]");
    }

    @Property
    void never_throws(@ForAll String key, @ForAll String value) {
        EvidenceLine line = new EvidenceLine("p", "f", 1, "");
        EndpointFinder finder = new EndpointFinder(HOST);
        for (String before : List.of("", "jdbc:", "jdbc:oracle:thin:@", "http://", "10.0.0.1:", "jdbc:sqlserver://")) {
            finder.in(key, before + value, line);
        }
    }

    private static String found(String properties) {
        return new EndpointFinder(HOST)
                .in(PropertiesText.parse(properties), line -> new EvidenceLine("p", "f", line, "")).stream()
                        .map(EndpointFinderTest::render)
                        .collect(Collectors.joining());
    }

    private static String render(Endpoint e) {
        return e.key() + " " + e.address() + ":" + e.port() + " " + e.role() + " " + e.name() + " "
                + e.scope().term() + "\n";
    }
}
