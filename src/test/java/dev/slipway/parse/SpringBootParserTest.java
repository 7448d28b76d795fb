package dev.slipway.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.evidence.Evidence;
import dev.slipway.evidence.EvidenceItem.Kind;
import dev.slipway.evidence.EvidenceItem.Outcome;
import dev.slipway.facts.Archive;
import dev.slipway.facts.Fact;
import dev.slipway.facts.HostFacts;
import dev.slipway.facts.HostProcess;
import dev.slipway.facts.Job;
import dev.slipway.facts.Jvm;
import dev.slipway.facts.SessionState;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SpringBootParserTest {
    private static final String JAR = "/opt/shop/shop.jar";
    private static final String IN_JAR = JAR + "!/BOOT-INF/classes/";

    private final RecordedHost host = RecordedHost.asRoot();

    @ParameterizedTest
    @ValueSource(strings = {"debian-12/java/spring-batch-root", "debian-12/java/spring-batch-user"})
    void reads_recorded_hosts(String name) {
        String lines = FactLines.configuration(FactParser.parse(RecordedHost.read(name)));

        // gaps of other probes, most of which were not recorded, are no part of this
        Expected.assertFacts(name, lines.replaceAll("(?m)^  fact=.*  probe=(?!spring).*\n", ""));
    }

    @Test
    void the_later_place_counts_and_a_profile_counts_more() {
        HostFacts facts = read(
                host.file("spring", "inside", IN_JAR + "application.yml", """
                        server: {port: 8081, servlet: {session: {timeout: 45m, cookie: {name: SHOP}}}}
                        app.upload-dir: /data/uploads
                        ---
                        spring.config.activate.on-profile: "prod & !test"
                        spring.datasource.url: jdbc:mysql://${db.host:db-1}:3306/shop
                        ---
                        spring.config.activate.on-profile: test
                        spring.datasource.url: jdbc:mysql://never:3306/shop
                        """)
                        .file("spring", "inside", IN_JAR + "application-prod.properties", "server.port=8082\n")
                        .file("spring", "configuration", "/opt/shop/config/application.properties", """
                                server.port=8083
                                server.address=10.0.0.5
                                spring.profiles.active=prod
                                management.server.port=${MGMT:9001}
                                db.host=db-2
                                """)
                        .command("spring", "classes", "")
                        .file("spring", "configuration", "/opt/shop/unused/application.properties", "server.port=1\n"),
                shop("tomcat-embed-core-9.0.83.jar"),
                new TreeMap<>(),
                "java",
                "-jar",
                "shop.jar",
                "--server.shutdown=graceful");

        assertThat(FactLines.configuration(facts)).isEqualTo("""
                sessionState
                  mechanism=Tomcat inside the program  store=memory  cookie=SHOP  timeoutMinutes=45  survivesRestart=false  inUse=?(sessions in memory are not visible from outside)  count=?(sessions in memory are not visible from outside)  evidence=[application.yml:1]
                configuredPorts
                  product=spring-boot  protocol=tcp  address=10.0.0.5  port=8083  role=http  tls=false  evidence=[application.properties:1, application.properties:2]
                  product=spring-boot  protocol=tcp  port=9001  role=management  tls=false  evidence=[application.properties:4]
                endpoints
                  address=db-2  port=3306  role=mysql  name=shop  key=spring.datasource.url  scope=name  evidence=[application.yml:5]
                settings
                  product=spring-boot  name=version  value=2.7.18  evidence=[application.yml:0]
                  product=spring-boot  name=management.server.port  value=9001  evidence=[application.properties:4]
                  product=spring-boot  name=server.servlet.session.cookie.name  value=SHOP  evidence=[application.yml:1]
                  product=spring-boot  name=server.servlet.session.timeout  value=45m  evidence=[application.yml:1]
                  product=spring-boot  name=server.shutdown  value=graceful  evidence=[pid 7:0]
                  product=spring-boot  name=spring.profiles.active  value=prod  evidence=[application.properties:3]
                state
                  path=/data/uploads  kind=upload  evidence=[application.yml:2]
                configFiles
                  path=/opt/shop/shop.jar!/BOOT-INF/classes/application.yml  format=yaml  sizeBytes=321  addresses=[never:3306]  packaged=false  evidence=[application.yml:0]
                  path=/opt/shop/shop.jar!/BOOT-INF/classes/application-prod.properties  format=properties  sizeBytes=17  packaged=false  evidence=[application-prod.properties:0]
                  path=/opt/shop/config/application.properties  format=properties  sizeBytes=118  packaged=false  evidence=[application.properties:0]
                """);
    }

    @Test
    void before_2_4_a_profile_counted_more_wherever_its_file_lay() {
        HostFacts facts = read(
                host.file("spring", "inside", IN_JAR + "application-dev.properties", "server.port=8082\n")
                        .file("spring", "configuration", "/opt/shop/application.properties", "server.port=8083\n"),
                shop().withSpringBootVersion("2.3.12.RELEASE"),
                new TreeMap<>(java.util.Map.of("SPRING_PROFILES_ACTIVE", "dev")),
                "java",
                "-jar",
                JAR);

        assertThat(facts.configuredPorts()).extracting(port -> port.port()).containsExactly(8082);
    }

    @Test
    void a_variable_whose_value_was_not_read_leaves_a_gap_and_not_a_wrong_port() {
        HostFacts facts = read(
                host.file("spring", "configuration", "/opt/shop/application.properties", "server.port=8083\n")
                        .file("spring", "inside", IN_JAR + "x.properties", "")
                        .command("spring", "classes", ""),
                shop(),
                new TreeMap<>(java.util.Map.of("SERVER_PORT", "")),
                "java",
                "-jar",
                JAR);

        assertThat(facts.configuredPorts()).isEmpty();
        assertThat(facts.gaps())
                .extracting(gap -> gap.fact() + ": " + gap.reason())
                .containsExactly("settings: process 7: the value of SERVER_PORT in its environment was not read");
    }

    @Test
    void sessions_are_where_the_library_and_the_settings_put_them() {
        assertThat(session("", "tomcat-embed-core-9.jar"))
                .isEqualTo("Tomcat inside the program|memory||JSESSIONID|0|false");
        assertThat(session(
                        "server.servlet.session.persistent=true\nserver.servlet.session.store-dir=sessions",
                        "jetty-server-9.jar"))
                .isEqualTo("Jetty inside the program, saved at its end|memory||JSESSIONID|0|true");
        assertThat(session(
                        "spring.session.timeout=PT1H30M\nspring.datasource.url=jdbc:mariadb://db/shop",
                        "spring-session-jdbc-2.7.4.jar",
                        "tomcat-embed-core-9.jar"))
                .isEqualTo("Spring Session (jdbc)|database|db:3306|SESSION|90|true");
        assertThat(session("spring.redis.sentinel.nodes=s1:26379,s2:26379", "spring-session-data-redis-2.7.4.jar"))
                .isEqualTo("Spring Session (redis)|cache|s1:26379|SESSION|0|true");
        assertThat(session(
                        "spring.redis.url=redis://user:[REDACTED]@cache:6380", "spring-session-data-redis-2.7.4.jar"))
                .isEqualTo("Spring Session (redis)|cache|cache:6380|SESSION|0|true");
        assertThat(session("", "spring-session-data-redis-2.7.4.jar"))
                .isEqualTo("Spring Session (redis)|cache|localhost:6379|SESSION|0|true");
        assertThat(session(
                        "spring.session.store-type=none",
                        "spring-session-data-redis-2.7.4.jar",
                        "reactor-netty-http-1.jar"))
                .isEqualTo("WebFlux sessions|memory||SESSION|0|false");
        assertThat(session("", "spring-core-5.jar")).isEmpty();
    }

    private static String session(String properties, String... libraries) {
        return read(
                        RecordedHost.asRoot()
                                .file("spring", "configuration", "/opt/shop/application.properties", properties),
                        shop(libraries),
                        new TreeMap<>(),
                        "java",
                        "-jar",
                        JAR)
                .sessionState()
                .stream()
                .map(SpringBootParserTest::line)
                .collect(Collectors.joining("\n"));
    }

    private static String line(SessionState state) {
        return String.join(
                "|",
                state.mechanism(),
                state.store().term(),
                state.target(),
                state.cookie(),
                String.valueOf(state.timeoutMinutes()),
                state.survivesRestart().map(String::valueOf).orElse("?"));
    }

    @Test
    void annotations_become_jobs_with_their_placeholders_replaced() {
        HostFacts facts = read(
                host.file(
                                "spring",
                                "configuration",
                                "/opt/shop/application.properties",
                                "jobs.night=0 0 3 * * *\njobs.rate=PT5M\n")
                        .item("spring", "inside", JAR, Kind.COMMAND, Outcome.READ, """
                                a.Jobs.night @org.springframework.scheduling.annotation.Scheduled(cron="${jobs.night}", zone="Europe/Paris")
                                a.Jobs.off @org.springframework.scheduling.annotation.Scheduled(cron="${jobs.off:-}")
                                a.Jobs.rate @org.springframework.scheduling.annotation.Scheduled(fixedRateString="${jobs.rate}", initialDelay="1000")
                                a.Jobs.slow @org.springframework.scheduling.annotation.Scheduled(fixedDelay="5", timeUnit="SECONDS")
                                a.Jobs.twice @org.springframework.scheduling.annotation.Scheduled(cron="0 0 1 * * *")
                                a.Jobs.twice @org.springframework.scheduling.annotation.Scheduled(cron="0 0 2 * * *")
                                a.Timer.run @javax.ejb.Schedule(hour="3", minute="*/10", persistent="false")
                                a.Q uses org.quartz.CronScheduleBuilder "0 0/5 * * * ?"
                                a.R uses org.quartz.CronScheduleBuilder
                                not understood at all
                                more 70000
                                classes 3
                                """),
                shop(),
                new TreeMap<>(),
                "java",
                "-jar",
                JAR);

        assertThat(facts.jobs())
                .extracting(job -> String.join(
                        "|",
                        job.id().replace(JAR, ""),
                        job.flavour(),
                        job.schedule(),
                        job.command(),
                        job.timeZone(),
                        job.inactiveReason()))
                .containsExactly(
                        "#a.Jobs.night|spring|0 0 3 * * *|a.Jobs.night|Europe/Paris|",
                        "#a.Jobs.off|spring|-|a.Jobs.off||the schedule is \"-\": it never runs",
                        "#a.Jobs.rate|spring|fixed-rate=PT5M|a.Jobs.rate||",
                        "#a.Jobs.slow|spring|fixed-delay=5000|a.Jobs.slow||",
                        "#a.Jobs.twice|spring|0 0 1 * * *|a.Jobs.twice||",
                        "#a.Jobs.twice#0 0 2 * * *|spring|0 0 2 * * *|a.Jobs.twice||",
                        "#a.Timer.run|ejb|0 */10 3 * * *|a.Timer.run||",
                        "#a.Q|quartz|0 0/5 * * * ?|a.Q||");
        assertThat(facts.jobs()).extracting(Job::origin).containsOnly(Job.Origin.IN_PROCESS);
        assertThat(facts.gaps())
                .filteredOn(gap -> gap.fact().equals("jobs") && !gap.reason().endsWith("was not run"))
                .extracting(gap -> gap.reason().replace(JAR, ""))
                .containsExactly(
                        ": a.R makes a schedule in code (CronScheduleBuilder)", ": not all of its classes were read");
    }

    @Test
    void what_an_application_inside_of_a_server_names_is_found_as_well() {
        HostFacts facts = read(
                host.file(
                        "spring",
                        "inside",
                        "/srv/tomcat/webapps/crm.war!/WEB-INF/classes/application.yml",
                        "spring: {datasource: {url: 'jdbc:postgresql://pg-9/crm'}}\n"),
                shop(),
                new TreeMap<>(),
                "java",
                "-Dcatalina.base=/srv/tomcat",
                "org.apache.catalina.startup.Bootstrap");

        assertThat(facts.endpoints())
                .extracting(endpoint -> endpoint.address() + ":" + endpoint.port())
                .containsExactly("pg-9:5432");
    }

    @Test
    void an_archive_that_cannot_be_unpacked_leaves_gaps_that_name_what_is_missing() {
        HostFacts facts = read(
                host.item("spring", "inside", JAR, Kind.COMMAND, Outcome.TOOL_MISSING, ""),
                shop(),
                new TreeMap<>(),
                "java",
                "-jar",
                JAR);

        assertThat(facts.gaps())
                .filteredOn(gap -> gap.fact().equals("jobs"))
                .extracting(gap -> gap.reason())
                .contains(JAR + ": cannot be unpacked without od, awk and gzip on the host");
    }

    @Property(tries = 200)
    void never_throws(@ForAll String text) {
        String keys = "a=${a}\nspring.profiles.active=${x\nserver.port=" + text + "\n" + text;
        HostFacts facts = read(
                RecordedHost.asRoot()
                        .file("spring", "configuration", "/opt/shop/application.properties", keys)
                        .file("spring", "inside", IN_JAR + "application.yml", "server: {port: " + text)
                        .file("spring", "inside", IN_JAR + "x.xml", "<beans>" + text)
                        .item("spring", "inside", JAR, Kind.COMMAND, Outcome.READ, "a @b.Scheduled(cron=\"" + text),
                shop("tomcat-embed-core-9.jar"),
                new TreeMap<>(),
                "java",
                "-jar",
                JAR,
                "--" + text);

        assertThat(facts.sessionState()).hasSize(1);
    }

    private static Archive shop(String... libraries) {
        return Archive.unread(JAR).with(a -> a.springBootVersion("2.7.18").libraries(Fact.known(List.of(libraries))));
    }

    private static HostFacts read(
            RecordedHost host, Archive archive, SortedMap<String, String> environment, String... arguments) {
        return read(host.evidence(), archive, environment, arguments);
    }

    private static HostFacts read(
            Evidence evidence, Archive archive, SortedMap<String, String> environment, String... arguments) {
        HostProcess process = HostProcess.unread(7)
                .with(p -> p.arguments(Fact.known(List.of(arguments)))
                        .environment(Fact.known(environment))
                        .workingDirectory(Fact.known("/opt/shop")));
        HostFacts facts = HostFacts.unread("host")
                .with(f -> f.processes(List.of(process))
                        .jvms(List.of(Jvm.unread(7)))
                        .archives(List.of(archive)));
        return new SpringBootParser().read(evidence, facts);
    }
}
