package dev.slipway.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.facts.Fact;
import dev.slipway.facts.Gap;
import dev.slipway.facts.HostFacts;
import dev.slipway.facts.HostProcess;
import dev.slipway.facts.Jvm;
import dev.slipway.facts.LogFile;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class JavaLoggingParserTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "debian-12/java/spring-batch-root",
                "debian-12/java/spring-batch-user",
                "debian-12/java/tomcat-shop-root",
                "debian-12/java/tomcat-shop-user"
            })
    void reads_recorded_hosts(String name) {
        HostFacts facts = FactParser.parse(RecordedHost.read(name));

        Expected.assertFacts(
                name + "-logs", LogOverview.of(facts).replaceAll("(?m)^.*: was not run \\| scan again\\n", ""));
    }

    @Test
    void logback_rolls_files_that_variables_name() {
        assertThat(logs("conf/logback.xml", """
                <configuration>
                  <property name="DIR" value="${app.logs:-/var/log/none}/web"/>
                  <springProperty name="NAME" source="spring.application.name" defaultValue="shop"/>
                  <appender name="A" class="ch.qos.logback.core.rolling.RollingFileAppender">
                    <file>${DIR}/${NAME}.log</file>
                    <rollingPolicy class="ch.qos.logback.core.rolling.TimeBasedRollingPolicy">
                      <fileNamePattern>${DIR}/${NAME}.%d{yyyy-MM-dd}.log.gz</fileNamePattern>
                      <maxHistory>30</maxHistory>
                    </rollingPolicy>
                  </appender>
                  <appender name="B" class="ch.qos.logback.core.rolling.RollingFileAppender">
                    <rollingPolicy class="x.SizeAndTimeBasedRollingPolicy"><fileNamePattern>logs/audit-%d{yyyyMMdd}.%i.log.gz</fileNamePattern></rollingPolicy>
                  </appender>
                  <appender name="S" class="ch.qos.logback.classic.net.SyslogAppender"><syslogHost>10.0.0.5</syslogHost></appender>
                  <appender name="C" class="ch.qos.logback.core.ConsoleAppender"/>
                  <appender name="F" class="ch.qos.logback.core.FileAppender"><file>${UNKNOWN}/x.log</file></appender>
                  <appender name="U" class="ch.qos.logback.core.FileAppender"><file>/var/log/shop/${user}.log</file></appender>
                  <!-- <appender name="N" class="ch.qos.logback.core.FileAppender"><file>/never.log</file></appender> -->
                </configuration>
                """)).isEqualTo("""
                file /var/log/shop-logs/web/shop.log java[7] logback kept 30
                file /opt/shop/logs/audit-*.*.log java[7] logback kept ?
                syslog 10.0.0.5:514 java[7]  kept ?
                stdout stdout java[7]  kept ?
                file /var/log/shop/*.log java[7]  kept ?
                gap /opt/shop/conf/logback.xml: where ${UNKNOWN}/x.log is could not be told
                """);
    }

    @Test
    void log4j_2_is_read_in_all_its_formats() {
        String expected = """
                file /var/log/shop-logs/a.log java[7] log4j2 kept 14
                syslog loghost:1514 java[7]  kept ?
                """;

        assertThat(logs("conf/log4j2.xml", """
                <Configuration><Properties><Property name="dir">${sys:app.logs}</Property></Properties>
                <Appenders>
                <RollingFile name="a" fileName="${dir}/a.log" filePattern="${dir}/a-%d{MM}.log"><DefaultRolloverStrategy>
                <Delete basePath="x"><IfLastModified age="14d"/></Delete></DefaultRolloverStrategy></RollingFile>
                <Syslog name="s" host="loghost" port="1514"/></Appenders></Configuration>
                """)).isEqualTo(expected);
        assertThat(logs("conf/log4j2.yaml", """
                Configuration:
                  Properties: {Property: {name: dir, value: "${sys:app.logs}"}}
                  Appenders:
                    RollingFile: {name: a, fileName: "${dir}/a.log", age: 14d}
                    Syslog: {host: loghost, port: 1514}
                """)).isEqualTo(expected);
        assertThat(logs("conf/log4j2.properties", """
                property.dir=${sys:app.logs}
                appender.a.type=RollingFile
                appender.a.fileName=${dir}/a.log
                appender.a.age=P14D
                appender.s.type=Syslog
                appender.s.host=loghost
                appender.s.port=1514
                """)).isEqualTo(expected);
    }

    @Test
    void log4j_1_rolls_by_day_or_not_at_all() {
        String expected = """
                file /var/log/a.log java[7] log4j kept ?
                file /var/log/b.log java[7]  kept ?
                syslog loghost:5514 java[7]  kept ?
                """;

        assertThat(logs("conf/log4j.properties", """
                dir=/var/log
                log4j.rootLogger=INFO, A, B
                log4j.appender.A=org.apache.log4j.DailyRollingFileAppender
                log4j.appender.A.File=${dir}/a.log
                log4j.appender.B=org.apache.log4j.FileAppender
                log4j.appender.B.File=${dir}/b.log
                log4j.appender.S=org.apache.log4j.net.SyslogAppender
                log4j.appender.S.SyslogHost=loghost:5514
                """)).isEqualTo(expected);
        assertThat(logs("conf/log4j.xml", """
                <log4j:configuration xmlns:log4j="http://jakarta.apache.org/log4j/">
                <appender name="A" class="org.apache.log4j.DailyRollingFileAppender"><param name="File" value="/var/log/a.log"/></appender>
                <appender name="B" class="org.apache.log4j.FileAppender"><param name="file" value="/var/log/b.log"/></appender>
                <appender name="S" class="org.apache.log4j.net.SyslogAppender"><param name="SyslogHost" value="loghost:5514"/></appender>
                </log4j:configuration>
                """)).isEqualTo(expected);
    }

    @Test
    void java_util_logging_names_its_files_by_patterns() {
        assertThat(logs("conf/logging.properties", """
                handlers= java.util.logging.FileHandler, java.util.logging.ConsoleHandler
                java.util.logging.FileHandler.pattern = /var/log/app%u.%g.log
                java.util.logging.FileHandler.limit = 50000
                """)).isEqualTo("""
                file /var/log/app0.0.log java[7] jul kept ?
                stdout stdout java[7]  kept ?
                """);
    }

    @Test
    void the_log_of_the_collector_is_rotated_by_newer_machines_only() {
        assertThat(gc(17, "-Xlog:gc*:file=/var/log/gc-%p.log:time", "/var/log/gc-%p.log"))
                .isEqualTo("file /var/log/gc-*.log java[7] jvm kept ?\n");
        assertThat(gc(17, "-Xlog:gc:file=gc.log::filecount=0", "gc.log"))
                .isEqualTo("file /opt/shop/gc.log java[7]  kept ?\n");
        assertThat(gc(8, "-Xloggc:/var/log/gc.log", "/var/log/gc.log"))
                .isEqualTo("file /var/log/gc.log java[7]  kept ?\n");
        assertThat(gc(8, "-XX:+UseGCLogFileRotation", "/var/log/gc.log"))
                .isEqualTo("file /var/log/gc.log java[7] jvm kept ?\n");
        assertThat(gc(11, "-Xmx1g", "")).isEmpty();
    }

    @Test
    void tomcat_names_its_access_logs_and_its_output() {
        assertThat(overview(read(
                        RecordedHost.asRoot()
                                .file("tomcat", "configuration", "/opt/t/bin/setenv.sh", """
                                # CATALINA_OUT=/never
                                export CATALINA_OUT="$CATALINA_BASE/logs/out.txt"
                                """)
                                .file("tomcat", "configuration", "/opt/t/conf/server.xml", """
                                <Server><Service><Engine><Host>
                                <Valve className="org.apache.catalina.valves.AccessLogValve" prefix="a_log" suffix=".txt" maxDays="9"/>
                                <Valve className="org.apache.catalina.valves.AccessLogValve" directory="/var/log/t" rotatable="false"/>
                                </Host></Engine></Service></Server>
                                """),
                        Jvm.unread(7))))
                .isEqualTo("""
                        file /opt/t/logs/out.txt tomcat[] ?(Tomcat does not rotate its standard output) kept ?
                        file /opt/t/logs/a_log.*.txt tomcat[] tomcat kept 9
                        file /var/log/t/access_log tomcat[]  kept ?
                        """);
    }

    @Property(tries = 200)
    void never_throws(@ForAll String text) {
        for (String name :
                List.of("logback.xml", "log4j2.xml", "log4j2.json", "log4j.properties", "logging.properties")) {
            assertThat(logs(name, "${" + text + "}<appender class='FileAppender'><file>" + text))
                    .isNotNull();
            assertThat(logs(
                            name,
                            "handlers=org.apache.juli.FileHandler\nlog4j.appender.A=x.FileAppender\nlog4j.appender.A.File="
                                    + text))
                    .isNotNull();
        }
    }

    private static String gc(int version, String flag, String path) {
        return overview(read(
                RecordedHost.asRoot(),
                Jvm.unread(7)
                        .with(jvm -> jvm.majorVersion(Fact.known(version))
                                .flags(Fact.known(List.of(flag)))
                                .gcLog(path))));
    }

    private static String logs(String name, String text) {
        return overview(read(
                RecordedHost.asRoot().file("java-logging", "configuration", "/opt/shop/" + name, text),
                Jvm.unread(7).withFlags(Fact.known(List.of("-Dapp.logs=/var/log/shop-logs")))));
    }

    private static HostFacts read(RecordedHost host, Jvm jvm) {
        HostProcess process = HostProcess.unread(7)
                .with(p -> p.name("java")
                        .executable(Fact.known("/usr/bin/java"))
                        .arguments(Fact.known(List.of("java", "-jar", "shop.jar")))
                        .environment(Fact.known(new TreeMap<>()))
                        .workingDirectory(Fact.known("/opt/shop")));
        return new JavaLoggingParser()
                .read(
                        host.evidence(),
                        HostFacts.unread("host")
                                .with(f -> f.processes(List.of(process)).jvms(List.of(jvm))));
    }

    private static String overview(HostFacts facts) {
        return facts.logs().stream().map(JavaLoggingParserTest::line).collect(Collectors.joining())
                + facts.gaps().stream()
                        .map(Gap::reason)
                        .map(reason -> "gap " + reason + "\n")
                        .collect(Collectors.joining());
    }

    private static String line(LogFile log) {
        String rotated = log.rotatedBy().isKnown()
                ? log.rotatedBy().orElse("")
                : "?(" + log.rotatedBy().reason() + ")";
        return String.join(
                        " ",
                        log.via().term(),
                        log.path(),
                        log.writer() + log.pids(),
                        rotated,
                        "kept",
                        log.keptDays().map(String::valueOf).orElse("?"))
                + "\n";
    }
}
