package dev.slipway.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.facts.Archive;
import dev.slipway.facts.Fact;
import dev.slipway.facts.HostFacts;
import dev.slipway.facts.HostProcess;
import dev.slipway.facts.Jvm;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

final class AppServerParserTest {
    private static final String[] JETTY = {
        "java", "-Djetty.base=/srv/crm", "-jar", "/opt/jetty/start.jar", "jetty.http.port=9090"
    };
    private static final String[] WILDFLY = {
        "java",
        "-Djboss.home.dir=/opt/wildfly",
        "-Djboss.socket.binding.port-offset=100",
        "-jar",
        "/opt/wildfly/jboss-modules.jar",
        "-mp",
        "modules",
        "org.jboss.as.standalone",
        "-c",
        "standalone-ha.xml",
        "-b",
        "0.0.0.0"
    };
    private static final String STANDALONE = """
            <server xmlns="urn:jboss:domain:20.0">
              <subsystem xmlns="urn:jboss:domain:datasources:7.0"><datasource jndi-name="java:/crm"><connection-url>jdbc:oracle:thin:@//ora:1521/CRM</connection-url></datasource></subsystem>
              <subsystem xmlns="urn:jboss:domain:distributable-web:4.0">
                <infinispan-session-management name="default" cache-container="web" granularity="SESSION"/>
              </subsystem>
              <subsystem xmlns="urn:jboss:domain:jgroups:9.0"><stacks><stack name="udp"><transport type="UDP" socket-binding="jgroups-udp"/></stack></stacks></subsystem>
              <interfaces>
                <interface name="management"><inet-address value="${jboss.bind.address.management:127.0.0.1}"/></interface>
                <interface name="public"><inet-address value="${jboss.bind.address:127.0.0.1}"/></interface>
              </interfaces>
              <socket-binding-group name="standard-sockets" default-interface="public" port-offset="${jboss.socket.binding.port-offset:0}">
                <socket-binding name="http" port="${jboss.http.port:8080}"/>
                <socket-binding name="management-http" interface="management" port="${jboss.management.http.port:9990}"/>
                <socket-binding name="txn-recovery-environment" port="4712"/>
                <outbound-socket-binding name="mail-smtp"><remote-destination host="${mail.host:mail.example.com}" port="25"/></outbound-socket-binding>
              </socket-binding-group>
            </server>
            """;

    private static HostFacts read(RecordedHost host, String... arguments) {
        HostProcess process = HostProcess.unread(7)
                .with(p -> p.arguments(Fact.known(List.of(arguments))).workingDirectory(Fact.known("/srv/crm")));
        Archive archive =
                Archive.unread("/srv/crm/app.jar").withLibraries(Fact.known(List.of("jetty-server-9.4.53.jar")));
        return new AppServerParser()
                .read(
                        host.evidence(),
                        HostFacts.unread("host")
                                .with(f -> f.processes(List.of(process))
                                        .jvms(List.of(Jvm.unread(7)))
                                        .archives(List.of(archive))));
    }

    @Test
    void jetty_keeps_sessions_where_its_modules_say() {
        RecordedHost host = RecordedHost.asRoot()
                .file("app-server", "configuration", "/srv/crm/start.ini", """
                        #--module=session-store-jdbc
                        --module=server,session-store-file,http
                        jetty.http.port=8080
                        jetty.http.host=10.0.0.7
                        """)
                .command(
                        "app-server",
                        "applications",
                        "application /srv/crm/webapps/crm.war\napplication /srv/other/x.war\n");

        assertThat(FactLines.configuration(read(host, JETTY))).isEqualTo("""
                webApplications
                  name=crm  path=/crm  directory=/srv/crm/webapps/crm.war  external=false  bundled=false  distributable=?(its web.xml was not read)  libraries=?(the archive was not looked into)  evidence=[applications:1]
                sessionState
                  application=/crm  mechanism=Jetty session-store-file  store=file  path=/srv/crm/sessions  cookie=JSESSIONID  survivesRestart=true  inUse=?(sessions are not visible from outside)  evidence=[start.ini:2]
                configuredPorts
                  product=jetty  protocol=tcp  address=10.0.0.7  port=9090  role=http  tls=false  evidence=[cmdline:0]
                """);
    }

    @Test
    void jetty_without_such_a_module_keeps_them_in_memory() {
        HostFacts facts = read(RecordedHost.asRoot(), JETTY);

        assertThat(facts.sessionState())
                .extracting(state -> state.mechanism() + " " + state.store().term())
                .containsExactly("Jetty session manager memory");
        assertThat(facts.gaps())
                .extracting(gap -> gap.fact() + " " + gap.reason())
                .contains("sessionState configuration: was not run");
    }

    @Test
    void wildfly_is_read_with_its_offset_and_its_addresses() {
        RecordedHost host = RecordedHost.asRoot()
                .file(
                        "app-server",
                        "configuration",
                        "/opt/wildfly/standalone/configuration/standalone-ha.xml",
                        STANDALONE)
                .file(
                        "app-server",
                        "configuration",
                        "/opt/wildfly/standalone/configuration/standalone.xml",
                        "<server/>")
                .command("app-server", "applications", "application /opt/wildfly/standalone/deployments/ROOT.war\n");

        assertThat(FactLines.configuration(read(host, WILDFLY))).isEqualTo("""
                webApplications
                  name=ROOT  path=/  directory=/opt/wildfly/standalone/deployments/ROOT.war  external=false  bundled=false  distributable=?(its web.xml was not read)  libraries=?(the archive was not looked into)  evidence=[applications:1]
                sessionState
                  application=/  mechanism=Undertow session manager, Infinispan for applications that are distributable  store=memory  cookie=JSESSIONID  survivesRestart=?(its web.xml was not read)  inUse=?(sessions are not visible from outside)  evidence=[standalone-ha.xml:4]
                configuredPorts
                  product=wildfly  protocol=tcp  address=0.0.0.0  port=8180  role=http  tls=false  evidence=[standalone-ha.xml:12]
                  product=wildfly  protocol=tcp  address=127.0.0.1  port=10090  role=management  tls=false  evidence=[standalone-ha.xml:13]
                endpoints
                  address=ora  port=1521  role=oracle  name=CRM  key=connection-url  scope=name  evidence=[standalone-ha.xml:2]
                  address=mail.example.com  port=25  role=smtp  key=remote-destination.host  scope=name  evidence=[standalone-ha.xml:15]
                clusters
                  mechanism=JGroups udp  discovery=multicast  evidence=[standalone-ha.xml:6]
                state
                  path=/opt/wildfly/standalone/data  kind=data  evidence=[standalone-ha.xml:0]
                configFiles
                  path=/opt/wildfly/standalone/configuration/standalone-ha.xml  format=xml  sizeBytes=1334  packaged=false  evidence=[standalone-ha.xml:0]
                """);
    }

    @Test
    void a_container_inside_another_program_keeps_sessions_in_memory() {
        assertThat(read(RecordedHost.asRoot(), "java", "-jar", "app.jar").sessionState())
                .extracting(state -> state.mechanism() + " " + state.store().term())
                .containsExactly("Jetty inside the program memory");
        assertThat(read(RecordedHost.asRoot(), "java", "-jar", "other.jar").sessionState())
                .isEmpty();
    }

    @Property(tries = 200)
    void never_throws(@ForAll String text) {
        RecordedHost host = RecordedHost.asRoot()
                .file(
                        "app-server",
                        "configuration",
                        "/srv/crm/start.ini",
                        "--module=" + text + "\njetty.http.port=" + text)
                .file(
                        "app-server",
                        "configuration",
                        "/opt/wildfly/standalone/configuration/standalone-ha.xml",
                        STANDALONE.substring(0, STANDALONE.length() / 2) + text)
                .command("app-server", "applications", "application " + text);

        assertThat(read(host, JETTY).sessionState()).isNotEmpty();
        assertThat(read(host, WILDFLY).state()).isNotEmpty();
    }
}
