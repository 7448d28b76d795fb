package dev.slipway.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.evidence.Evidence;
import dev.slipway.facts.Fact;
import dev.slipway.facts.HostFacts;
import dev.slipway.facts.HostProcess;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TomcatParserTest {
    private static final String SERVER = """
            <Server port="-1">
              <!-- <Connector port="9999" protocol="AJP/1.3"/> <Cluster className="never"/> -->
              <Service name="Catalina">
                <Connector port="${http.port}" protocol="org.apache.coyote.http11.Http11NioProtocol" proxyName="shop.example.com"/>
                <Connector port="${https.port:-8443}" SSLEnabled="true" address="10.0.0.11">
                  <SSLHostConfig><Certificate certificateKeystoreFile="conf/shop.p12"/></SSLHostConfig>
                </Connector>
                <Connector port="${unknown}"/>
                <Engine name="Catalina" jvmRoute="${jvm.route}">
                  <Cluster className="org.apache.catalina.ha.tcp.SimpleTcpCluster">
                    <Channel><Membership className="org.apache.catalina.tribes.membership.McastService" address="228.0.0.9"/></Channel>
                  </Cluster>
                  <Valve className="org.apache.catalina.valves.RemoteIpValve"/>
                  <Host name="a.example.com" appBase="/srv/a">
                    <Valve className="org.apache.catalina.valves.RemoteAddrValve" allow="10\\..*"/>
                    <Context path="/static" docBase="/srv/outside"/>
                  </Host>
                  <Host name="b.example.com" appBase="b-apps"/>
                </Engine>
              </Service>
            </Server>
            """;

    private static RecordedHost host() {
        return RecordedHost.asRoot()
                .file("tomcat", "configuration", "/opt/t/conf/server.xml", SERVER)
                .file("tomcat", "configuration", "/opt/t/conf/catalina.properties", "jvm.route=node7\n");
    }

    private static HostFacts read(Evidence evidence) {
        HostProcess process = HostProcess.unread(9)
                .withArguments(Fact.known(List.of(
                        "java",
                        "-Dcatalina.base=/opt/t",
                        "-Dcatalina.home=/opt/tomcat9",
                        "-Dhttp.port=8181",
                        "org.apache.catalina.startup.Bootstrap")));
        return new TomcatParser().read(evidence, HostFacts.unread("host").withProcesses(List.of(process)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "debian-12/configuration/tomcat-root",
                "debian-12/configuration/tomcat-user",
                "debian-12/configuration/tomcat10-root"
            })
    void reads_recorded_hosts(String name) {
        HostFacts facts = new TomcatParser().read(RecordedHost.read(name), HostFacts.unread("host"));

        Expected.assertFacts(name, FactLines.configuration(facts));
    }

    @Test
    void reads_ports_clusters_and_valves_of_several_hosts() {
        HostFacts facts = read(host().command("tomcat", "listing", """
                base /opt/t
                folder /opt/t/b-apps
                application /opt/t/b-apps/shop##002
                library spring-session-jdbc-2.7.4.jar
                archive /opt/t/b-apps/shop##002.war
                folder /srv/a
                application /srv/a/ROOT
                """).evidence());

        assertThat(FactLines.configuration(facts)).isEqualTo("""
                webApplications
                  name=ROOT  path=/  virtualHost=a.example.com  directory=/srv/a/ROOT  external=false  bundled=false  distributable=?(its web.xml was not read)  libraries=''  evidence=[listing:7]
                  name=static  path=/static  virtualHost=a.example.com  directory=/srv/outside  external=true  bundled=false  distributable=?(its web.xml was not read)  libraries=?(the archive was not looked into)  evidence=[server.xml:16]
                  name=shop  path=/shop  virtualHost=b.example.com  directory=/opt/t/b-apps/shop##002  external=false  bundled=false  distributable=?(its web.xml was not read)  libraries=[spring-session-jdbc-2.7.4.jar]  evidence=[listing:3]
                sessionState
                  application=/  mechanism=Tomcat StandardManager  store=memory  sticky=jvmRoute node7  cookie=JSESSIONID  survivesRestart=?(Tomcat's version was not read)  inUse=?(sessions in memory are not visible from outside)  count=?(sessions in memory are not visible from outside)  evidence=[listing:7]
                  application=/static  mechanism=Tomcat StandardManager  store=memory  sticky=jvmRoute node7  cookie=JSESSIONID  survivesRestart=?(Tomcat's version was not read)  inUse=?(sessions in memory are not visible from outside)  count=?(sessions in memory are not visible from outside)  evidence=[server.xml:16]
                  application=/shop  mechanism=Spring Session (spring-session-jdbc-2.7.4.jar)  store=database  sticky=jvmRoute node7  cookie=JSESSIONID  survivesRestart=true  inUse=?(only the library was seen)  evidence=[listing:3]
                configuredPorts
                  product=tomcat  protocol=tcp  port=8181  role=http  tls=false  evidence=[server.xml:4]
                  product=tomcat  protocol=tcp  address=10.0.0.11  port=8443  role=https  tls=true  evidence=[server.xml:5]
                settings
                  product=tomcat  name=Connector.proxyName  value=shop.example.com  scope=http 8181  evidence=[server.xml:4]
                  product=tomcat  name=RemoteIpValve  evidence=[server.xml:13]
                  product=tomcat  name=RemoteAddrValve  value=10\\..*  evidence=[server.xml:15]
                clusters
                  mechanism=Tomcat SimpleTcpCluster  discovery=multicast  group=228.0.0.9:45564  evidence=[server.xml:10]
                state
                  path=/opt/t/conf/shop.p12  kind=key  evidence=[server.xml:6]
                  path=/opt/t/webapps  kind=deployment  evidence=[listing:1]
                  path=/opt/t/conf  kind=configuration  evidence=[listing:1]
                gaps
                  fact=webApplications  probe=tomcat  reason=applications: was not run  remedy=scan again
                  fact=sessionState  probe=tomcat  reason=sessions: was not run  remedy=scan again
                unparsed
                  evidence=server.xml:8  reason=the port ${unknown} is not known
                """);
    }

    @Test
    void tells_where_each_manager_keeps_sessions() {
        assertThat(session("10.0.0-M5", "<Context/>")).isEqualTo("Tomcat StandardManager memory   false");
        assertThat(session("9.0.117", "<Context/>")).isEqualTo("Tomcat StandardManager memory   true");
        assertThat(session("9.0.117", "<Context><Manager pathname=''/></Context>"))
                .isEqualTo("Tomcat StandardManager memory   false");
        assertThat(session("10.1.1", "<Context><Manager pathname='S.ser'/></Context>"))
                .isEqualTo("Tomcat StandardManager memory   true");
        assertThat(session("9.0.1", "<Context><!-- <Manager className='x.FileStore'/> --></Context>"))
                .isEqualTo("Tomcat StandardManager memory   true");
        assertThat(session("9.0.1", """
                <Context><Manager className='org.apache.catalina.session.PersistentManager' saveOnRestart='false'>
                <Store className='org.apache.catalina.session.FileStore'/></Manager></Context>"""))
                .isEqualTo("Tomcat PersistentManager with FileStore file /opt/t/work/Catalina/a.example.com/x  false");
        assertThat(session("9.0.1", """
                <Context><Manager className='org.apache.catalina.session.PersistentManager'>
                <Store className='org.apache.catalina.session.JDBCStore' connectionURL='jdbc:mysql://db/s'/></Manager></Context>""")).isEqualTo("Tomcat PersistentManager with JDBCStore database  db:3306 true");
        assertThat(
                        session(
                                "9.0.1",
                                "<Context><Manager className='de.javakaffee.web.msm.MemcachedBackupSessionManager' memcachedNodes='n1:c1:11211,n2:c2:11211'/></Context>"))
                .isEqualTo("Tomcat MemcachedBackupSessionManager cache  c1:11211 true");
        assertThat(session("9.0.1", "<Context><Manager className='com.example.OwnManager'/></Context>"))
                .isEqualTo("Tomcat OwnManager unknown   ?");
        assertThat(session("9.0.1", "<Context distributable='true'/>"))
                .isEqualTo("Tomcat cluster with DeltaManager memory   ?");
    }

    private static String session(String version, String context) {
        return read(host().file("tomcat", "configuration", "/opt/t/conf/Catalina/a.example.com/x.xml", context)
                        .file("tomcat", "applications", "/srv/a/x/WEB-INF/web.xml", "<web-app/>")
                        .command("tomcat", "listing", "application /srv/a/x\n")
                        .command("tomcat", "version", "home /opt/tomcat9\nserver.info=Apache Tomcat/" + version + "\n")
                        .evidence())
                .sessionState()
                .stream()
                .filter(session -> session.application().equals("/x"))
                .map(session -> String.join(
                        " ",
                        session.mechanism(),
                        session.store().term(),
                        session.path(),
                        session.target(),
                        session.survivesRestart().map(String::valueOf).orElse("?")))
                .collect(Collectors.joining("\n"));
    }

    @Property(tries = 200)
    void never_throws(@ForAll @IntRange(max = 1600) int cut, @ForAll String text) {
        String broken = SERVER.substring(0, Math.min(cut, SERVER.length())) + text;
        read(RecordedHost.asRoot()
                .file("tomcat", "configuration", "/opt/t/conf/server.xml", broken)
                .file("tomcat", "configuration", "/opt/t/conf/Catalina/localhost/x.xml", "<Context docBase='" + text)
                .file("tomcat", "configuration", "/opt/t/conf/web.xml", text)
                .file("tomcat", "applications", "/opt/t/webapps/x/WEB-INF/web.xml", "<web-app><session-timeout>" + text)
                .command("tomcat", "listing", "base /opt/t\napplication /opt/t/webapps/x\nstore " + text)
                .command("tomcat", "sessions", "file " + text + "\nstore 5 " + text)
                .evidence());
    }

    @Example
    void a_host_without_tomcat_says_nothing() {
        assertThat(read(RecordedHost.asRoot().evidence()).gaps()).isEmpty();
    }
}
