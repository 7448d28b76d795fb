package dev.slipway.workload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.facts.Fact;
import dev.slipway.facts.HostFacts;
import dev.slipway.facts.Unit;
import dev.slipway.facts.Workload;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How processes become workloads, step by step. */
final class WorkloadGroupingTest {

    @Test
    void a_login_and_what_is_typed_there_are_no_workload() {
        String session = "/user.slice/user-1000.slice/session-3.scope";
        assertThat(Processes.ofSystemd()
                        .title(
                                20,
                                1,
                                "/system.slice/ssh.service",
                                "/usr/sbin/sshd",
                                "sshd: /usr/sbin/sshd -D [listener]")
                        .title(30, 20, session, "/usr/sbin/sshd", "sshd: ops [priv]")
                        .title(31, 30, session, "/usr/sbin/sshd", "sshd: ops@pts/0")
                        .add(32, 31, session, "ops", "/home/ops", "/bin/bash")
                        .add(33, 32, session, "ops", "/home/ops", "/usr/bin/vim notes.txt")
                        .add(
                                40,
                                1,
                                "/user.slice/user-1000.slice/user@1000.service/init.scope",
                                "ops",
                                "/",
                                "/lib/systemd/systemd --user")
                        .workloads())
                .isEqualTo("\n");
    }

    @Test
    void what_somebody_started_from_a_login_is_a_workload_even_after_the_login_has_ended() {
        String session = "/user.slice/user-1001.slice/session-2.scope";
        assertThat(Processes.ofSystemd()
                        .add(50, 1, session, "ops", "/home/ops/share", "/usr/bin/python3 -m http.server 8090")
                        .listening(50, 8090)
                        .title(60, 1, session, "/usr/sbin/sshd", "sshd: ops@pts/0")
                        .add(61, 60, session, "ops", "/home/ops", "-bash")
                        .add(62, 61, session, "ops", "/srv/feed", "/usr/bin/python3 /srv/feed/feed.py")
                        .workloads())
                .isEqualTo("""
                        feed | application | python | manual |  | [62] | []
                        http-server | application | python | manual |  | [50] | [8090]
                        """);
    }

    @Test
    void processes_of_a_container_are_one_workload() {
        assertThat(Processes.ofSystemd()
                        .add(
                                10,
                                1,
                                "/system.slice/containerd.service",
                                "root",
                                "/",
                                "/usr/bin/containerd-shim-runc-v2 -id x")
                        .title(70, 10, "/docker/0a1b", "/usr/sbin/nginx", "nginx: master process nginx")
                        .inContainer("0a1b")
                        .title(71, 70, "/docker/0a1b", "/usr/sbin/nginx", "nginx: worker process")
                        .inContainer("0a1b")
                        .workloads())
                .isEqualTo("nginx | container | nginx | container |  | [71, 70] | []\n");
    }

    @Test
    void all_processes_of_a_service_are_one_workload_with_the_one_that_listens_first() {
        String unit = "/system.slice/shop.service";
        assertThat(Processes.ofSystemd()
                        .add(80, 1, unit, "shop", "/opt/shop", "/bin/sh /opt/shop/bin/start.sh")
                        .add(81, 80, unit, "shop", "/opt/shop", "/usr/bin/java -jar /opt/shop/shop-1.4.2.jar")
                        .add(99, 80, unit, "shop", "/opt/shop", "/usr/bin/tee /var/log/shop.log")
                        .listening(81, 8080)
                        .zombie(100, 81, unit)
                        .workloads())
                .isEqualTo("shop | application | java | systemd | shop.service | [81, 80, 99, 100] | [8080]\n");
    }

    @Test
    void an_escaped_unit_and_an_instance_of_a_template_have_their_names() {
        assertThat(Processes.ofSystemd()
                        .add(
                                80,
                                1,
                                "/system.slice/system-feed.slice/feed@8081.service",
                                "feed",
                                "/opt/feed",
                                "/opt/feed/feed")
                        .listening(80, 8081)
                        .add(81, 1, "/system.slice/my\\x2dapp.service", "app", "/opt/app", "/opt/app/run-app")
                        .workloads())
                .isEqualTo("""
                        feed | application | unknown-feed | systemd | feed@8081.service | [80] | [8081]
                        my-app | application | unknown-run-app | systemd | my-app.service | [81] | []
                        """);
    }

    @Test
    void what_a_supervisor_starts_are_workloads_of_their_own() {
        String unit = "/system.slice/supervisor.service";
        assertThat(Processes.ofSystemd()
                        .add(90, 1, unit, "root", "/", "/usr/bin/python3 /usr/bin/supervisord -n")
                        .add(91, 90, unit, "notify", "/srv/notify", "/usr/bin/node /srv/notify/server.js")
                        .add(92, 90, unit, "mail", "/srv/mailer", "/usr/bin/php /srv/mailer/worker.php")
                        .add(89, 92, unit, "mail", "/srv/mailer", "/usr/bin/php /srv/mailer/child.php")
                        .listening(91, 3000)
                        .workloads())
                .isEqualTo("""
                        mailer | application | php | supervisord |  | [92, 89] | []
                        notify | application | node | supervisord |  | [91] | [3000]
                        supervisor | agent | supervisord | systemd | supervisor.service | [90] | []
                        """);
    }

    @Test
    void programs_of_pm2_are_told_apart_from_pm2() {
        String unit = "/system.slice/pm2-deploy.service";
        assertThat(Processes.ofSystemd()
                        .title(90, 1, unit, "/usr/bin/node", "PM2 v5.3.0: God Daemon (/home/deploy/.pm2)")
                        .title(91, 90, unit, "/usr/bin/node", "node /srv/api/dist/main.js")
                        .workloads())
                .contains(" | application | node | pm2 |  | [91] | []\n")
                .contains("pm2-deploy | agent | pm2 | systemd | pm2-deploy.service | [90] | []\n");
    }

    @Test
    void a_service_that_starts_several_tomcats_is_several_workloads() {
        String unit = "/system.slice/tomcats.service";
        String tomcat = "/usr/bin/java -Dcatalina.home=/opt/tomcat -Dcatalina.base=";
        assertThat(Processes.ofSystemd()
                        .add(
                                100,
                                1,
                                unit,
                                "tomcat",
                                "/",
                                tomcat + "/srv/shop org.apache.catalina.startup.Bootstrap start")
                        .add(
                                101,
                                1,
                                unit,
                                "tomcat",
                                "/",
                                tomcat + "/srv/stock org.apache.catalina.startup.Bootstrap start")
                        .listening(100, 8080)
                        .listening(101, 8081)
                        .workloads())
                .isEqualTo("""
                        shop | application | tomcat | systemd | tomcats.service | [100] | [8080]
                        stock | application | tomcat | systemd | tomcats.service | [101] | [8081]
                        """);
    }

    @Test
    void the_same_program_at_two_ports_is_two_workloads_of_one_name_and_signature() {
        HostFacts facts = WorkloadGrouping.group(Processes.ofSystemd()
                .add(
                        110,
                        1,
                        "/system.slice/stock-8081.service",
                        "app",
                        "/opt/stock",
                        "/usr/bin/java -jar /opt/stock/stock-2.0.jar")
                .add(
                        111,
                        1,
                        "/system.slice/stock-8082.service",
                        "app",
                        "/opt/stock",
                        "/usr/bin/java -jar /opt/stock/stock-2.1.jar")
                .listening(110, 8081)
                .listening(111, 8082)
                .facts());

        assertThat(facts.workloads()).extracting(Workload::id).containsExactly("stock", "stock-2");
        assertThat(facts.workloads()).extracting(Workload::name).containsOnly("stock");
        assertThat(facts.workloads()).extracting(Workload::signature).containsOnly("java:stock");
    }

    @Test
    void a_service_of_the_house_that_does_not_run_is_listed() {
        Unit stopped = Unit.unread("orders.service", "systemd")
                .with(unit -> unit.state(Fact.known("inactive"))
                        .file("/etc/systemd/system/orders.service")
                        .type("simple")
                        .user("orders")
                        .execStart(List.of("/usr/bin/java -jar /opt/orders/orders.jar --spring.profiles.active=prod")));
        HostFacts facts = Processes.ofSystemd()
                .facts()
                .withUnits(List.of(
                        stopped,
                        stopped.with(unit -> unit.name("packaged.service").packaged(true)),
                        stopped.with(unit -> unit.name("once.service").type("oneshot")),
                        stopped.with(unit -> unit.name("many@.service"))));

        HostFacts grouped = WorkloadGrouping.group(facts);

        assertThat(Processes.listing(grouped))
                .isEqualTo("orders | application | spring-boot | systemd | orders.service | [] | []\n");
        assertThat(grouped.units().get(0).workload()).isEqualTo("orders");
        assertThat(grouped.workloads().get(0).memoryBytes()).isEqualTo(Fact.unknown("it does not run"));
    }

    @Test
    void a_program_that_is_not_known_is_a_workload_if_it_is_the_houses_or_others_can_reach_it() {
        assertThat(Processes.ofSystemd()
                        .add(
                                120,
                                1,
                                "/system.slice/pricer.service",
                                "pricer",
                                "/",
                                "/opt/pricer/pricerd -c /etc/pricer.conf")
                        .add(121, 1, "/system.slice/strange.service", "root", "/", "/usr/sbin/stranged")
                        .add(122, 1, "/system.slice/serving.service", "serving", "/", "/usr/bin/servingd")
                        .listening(122, 4711)
                        .workloads())
                .isEqualTo("""
                        pricer | application | unknown-pricerd | systemd | pricer.service | [120] | []
                        serving | application | unknown-servingd | systemd | serving.service | [122] | [4711]
                        """);
    }

    @Test
    void agents_are_listed_but_not_scored() {
        HostFacts facts = WorkloadGrouping.group(Processes.ofSystemd()
                .add(130, 1, "/system.slice/filebeat.service", "root", "/", "/usr/share/filebeat/bin/filebeat -e")
                .facts());

        assertThat(facts.workloads()).singleElement().satisfies(workload -> {
            assertThat(workload.kind()).isEqualTo(Workload.Kind.AGENT);
            assertThat(workload.scored()).isFalse();
        });
    }

    @Test
    void every_process_gets_the_workload_that_it_belongs_to_and_kernel_threads_get_none() {
        HostFacts facts = WorkloadGrouping.group(Processes.ofSystemd()
                .add(140, 1, "/system.slice/shop.service", "shop", "/opt/shop", "/usr/bin/java -jar /opt/shop/shop.jar")
                .facts());

        assertThat(facts.processes())
                .extracting(process -> process.pid() + " " + process.workload())
                .containsExactly("1 ", "140 shop");
    }
}
