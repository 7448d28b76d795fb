package dev.slipway.draft;

import dev.slipway.assess.AssessedWorkload;
import dev.slipway.assess.Assessment;
import dev.slipway.assess.Controller;
import dev.slipway.assess.Coverage;
import dev.slipway.assess.Disposition;
import dev.slipway.assess.Finding;
import dev.slipway.facts.Archive;
import dev.slipway.facts.Connection;
import dev.slipway.facts.ConnectionBuilder;
import dev.slipway.facts.Endpoint;
import dev.slipway.facts.EvidenceLine;
import dev.slipway.facts.Fact;
import dev.slipway.facts.Gap;
import dev.slipway.facts.HostFacts;
import dev.slipway.facts.HostProcess;
import dev.slipway.facts.HostsEntry;
import dev.slipway.facts.Job;
import dev.slipway.facts.JobBuilder;
import dev.slipway.facts.Jvm;
import dev.slipway.facts.Listener;
import dev.slipway.facts.ListenerBuilder;
import dev.slipway.facts.LogFile;
import dev.slipway.facts.Protocol;
import dev.slipway.facts.ProxyRoute;
import dev.slipway.facts.SecretFound;
import dev.slipway.facts.SessionState;
import dev.slipway.facts.Setting;
import dev.slipway.facts.StatePath;
import dev.slipway.facts.Unit;
import dev.slipway.facts.WebApplication;
import dev.slipway.facts.Workload;
import dev.slipway.rules.Concern;
import dev.slipway.rules.Severity;
import dev.slipway.schedule.JudgedJob;
import dev.slipway.schedule.Recommendation;
import dev.slipway.score.Score;
import dev.slipway.score.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Hosts with workloads of the usual sorts. */
final class Samples {
    /** What a hostile host could call anything. */
    static final String NASTY =
            "a\"; rm -rf / #'`$(reboot)`\n- {{x}} <script>|![x](http://evil/)\u001b[2J\u202e\r\nRUN id \\ ${X} ---\n...\n: &a *a !!x %";

    private Samples() {}

    static List<Assessment> all() {
        return List.of(shop(), infra(), batch(), legacy(), nasty());
    }

    static Assessment shop() {
        Workload tomcat = workload("tomcat", "tomcat", Workload.Kind.APPLICATION, "java", "9.0.117")
                .withPorts(List.of(8005, 8009, 8080, 9010))
                .withRootDirectory("/opt/tomcat")
                .withUnit("tomcat.service")
                .withLauncher("systemd")
                .withUser(Fact.known("tomcat"))
                .withUserId(Fact.known(998));
        HostFacts facts = host("shop-01", "10.0.0.11", "shop-team")
                .withListeners(List.of(
                        listener("tomcat", 8080, "http", Listener.Scope.ALL),
                        listener("tomcat", 8009, "ajp", Listener.Scope.ALL),
                        listener("tomcat", 8005, "shutdown", Listener.Scope.LOOPBACK),
                        listener("tomcat", 9010, "jmx", Listener.Scope.ALL)))
                .withJvms(List.of(Jvm.unread(100)
                        .withMajorVersion(Fact.known(17))
                        .withFlags(Fact.known(List.of(
                                "-Xms256m",
                                "-Xmx512m",
                                "-XX:MaxMetaspaceSize=192m",
                                "-XX:+UseG1GC",
                                "-XX:MaxGCPauseMillis=200",
                                "-XX:+HeapDumpOnOutOfMemoryError",
                                "-XX:HeapDumpPath=/var/log/tomcat/",
                                "-Xlog:gc*:file=/var/log/tomcat/gc.log",
                                "-Dcom.sun.management.jmxremote.port=9010",
                                "-Ddb.password=[REDACTED]",
                                "-Dfile.encoding=ISO-8859-1",
                                "-Dshop.title=Our $(shop) is nice",
                                "-Dcatalina.base=/opt/tomcat")))
                        .withMaxHeapBytes(Fact.known(512L << 20))
                        .withMaxHeapSet(Fact.known(true))
                        .withInitialHeapBytes(Fact.known(256L << 20))
                        .withGc(Fact.known("G1"))
                        .withPeakThreads(Fact.known(60))
                        .withMainClass(Fact.known("org.apache.catalina.startup.Bootstrap"))
                        .withJmxPort(9010)
                        .withWorkload("tomcat")))
                .withSessionState(
                        List.of(SessionState.unread("Tomcat PersistentManager with FileStore", SessionState.Store.FILE)
                                .withApplication("/shop")
                                .withPath("/var/lib/shop/sessions")
                                .withWorkload("tomcat")
                                .withEvidence(line("tomcat", "/opt/tomcat/conf/Catalina/localhost/shop.xml", 4))))
                .withState(List.of(
                        state("/var/lib/shop/orders.csv", "data", 4096, 1),
                        state("/var/lib/shop/uploads", "upload", 3L << 30, 812),
                        state("/var/lib/shop/sessions", "session", 65536, 7),
                        state("/opt/tomcat/webapps", "deployment", 1 << 20, 300)))
                .withLogs(List.of(LogFile.unread("/var/log/tomcat/localhost_access_log.*.txt", LogFile.Via.FILE)
                        .withWorkload("tomcat")))
                .withWebApplications(
                        List.of(app("ROOT", "/", true), app("shop", "/shop", false), app("manager", "/manager", true)))
                .withSecretsFound(List.of(
                        secret("/opt/tomcat/bin/setenv.sh", "db.password", "password"),
                        secret("command line of tomcat", "db.password", "password"),
                        secret("/etc/default/tomcat-shop", "SMTP_PASSWORD", "password")))
                .withEndpoints(List.of(new Endpoint(
                        "shop-db",
                        3306,
                        "mysql",
                        "shop",
                        "url",
                        Endpoint.Scope.NAME,
                        "tomcat",
                        line("tomcat", "/opt/tomcat/conf/Catalina/localhost/shop.xml", 9))))
                .withHostsEntries(
                        List.of(new HostsEntry("10.0.0.10", List.of("shop-db"), line("network", "/etc/hosts", 3))))
                .withConnections(List.of(
                        connection("tomcat", Connection.Direction.OUTBOUND, "10.0.0.14", 6379, 0, "redis"),
                        connection("tomcat", Connection.Direction.INBOUND, "10.0.0.14", 0, 8080, "")))
                .withUnits(List.of(Unit.unread("tomcat.service", "systemd")
                        .withStopTimeoutSeconds(45)
                        .withEnvironment(new TreeMap<>(Map.of("SHOP_ENV", "yes", "API_KEY", "[REDACTED]")))
                        .withWorkload("tomcat")))
                .withGaps(List.of(new Gap("jobs", "crontabs", "spool of other users: denied", "scan with sudo")));
        List<JudgedJob> jobs = List.of(
                job(
                        Recommendation.Target.GOCRON,
                        120,
                        "/etc/cron.d/shop",
                        4,
                        "*/2 * * * *",
                        "flock -n /run/lock/i.lock /opt/shop/bin/import-orders.sh",
                        "tomcat"),
                job(
                        Recommendation.Target.GOCRON,
                        60,
                        "/etc/cron.d/shop",
                        5,
                        "* * * * *",
                        "cd /opt/shop; for f in in/*; do bin/take \"$f\" && rm \"$f\"; done; echo done; date +\\%s; sleep 1; echo this line is longer than goCron takes in one command because it goes on and on and on until it has more than two hundred and fifty six letters in it, at last, and then some more to be sure",
                        "tomcat"),
                job(
                        Recommendation.Target.GOCRON,
                        60,
                        "/etc/cron.d/shop",
                        6,
                        "* * * * *",
                        "curl -s http://127.0.0.1:8080/shop/tick >/dev/null",
                        ""),
                job(
                        "/etc/cron.d/shop",
                        3,
                        "0 3 * * 7",
                        "/opt/shop/bin/cleanup.sh >> /var/log/shop/cleanup.log 2>&1",
                        "tomcat"),
                job(
                        "/var/spool/cron/crontabs/root",
                        1,
                        "15 2 * * *",
                        "mysqldump -pB[REDACTED] shop | gzip > /var/backups/shop-$(date +\\%F).gz",
                        ""));
        return assessment(
                facts,
                jobs,
                List.of(assessed(tomcat, Controller.STATEFUL_SET, "shop-team")),
                List.of(new Finding(
                        "STATE-002:tomcat:/shop",
                        "STATE-002",
                        Concern.STATE,
                        Severity.HIGH,
                        Severity.MEDIUM,
                        "/shop",
                        "tomcat",
                        "tomcat keeps the sessions of /shop in files of its own host",
                        "",
                        line("tomcat", "/opt/tomcat/conf/Catalina/localhost/shop.xml", 4),
                        5,
                        5)));
    }

    static Assessment infra() {
        Workload redis =
                workload("redis", "redis", Workload.Kind.DATA, "data", "7.0.15").withPorts(List.of(6379));
        Workload nginx = workload("nginx", "nginx", Workload.Kind.PROXY, "proxy", "1.22.1")
                .withPorts(List.of(80, 443));
        HostFacts facts = host("infra", "10.0.0.14", "shop-team")
                .withListeners(List.of(
                        listener("redis", 6379, "redis", Listener.Scope.ALL),
                        listener("nginx", 80, "http", Listener.Scope.ALL)))
                .withProxyRoutes(List.of(new ProxyRoute(
                        "nginx",
                        ProxyRoute.Kind.HTTP,
                        "",
                        443,
                        List.of("shop.example.com", "_"),
                        "/shop/",
                        "shop",
                        List.of("10.0.0.11:8080"),
                        "ip_hash",
                        true,
                        "",
                        List.of("client_max_body_size 20m"),
                        "nginx",
                        line("nginx", "/etc/nginx/conf.d/shop.conf", 12))));
        return assessment(
                facts,
                List.of(),
                List.of(
                        assessed(redis, Controller.EXTERNAL_SERVICE, "shop-team"),
                        assessed(nginx, Controller.NONE, "shop-team")),
                List.of());
    }

    static Assessment batch() {
        Workload batch = workload("batch", "spring-boot", Workload.Kind.APPLICATION, "java", "2.7.18")
                .withPorts(List.of(8080, 8081))
                .withArtifact("/opt/batch/batch.jar")
                .withInstances(3)
                .withMemoryBytes(Fact.known(410L << 20))
                .withPeakMemoryBytes(Fact.known(502L << 20))
                .withCpuCores(Fact.known(0.31));
        HostFacts facts = host("batch-01", "10.0.0.13", "batch team")
                .withProcesses(List.of(HostProcess.unread(100)
                        .withArguments(Fact.known(
                                List.of("java", "-jar", "/opt/batch/batch.jar", "--mode=on", "--token=[REDACTED]")))))
                .withListeners(List.of(
                        listener("batch", 8080, "http", Listener.Scope.ALL),
                        listener("batch", 8081, "management", Listener.Scope.LOOPBACK)))
                .withJvms(List.of(Jvm.unread(100)
                        .withMajorVersion(Fact.known(17))
                        .withFlags(Fact.known(List.of("-Xms1g", "-Xmx1g", "-XX:+UseG1GC")))
                        .withMaxHeapBytes(Fact.known(1L << 30))
                        .withMaxHeapSet(Fact.known(true))
                        .withInitialHeapBytes(Fact.known(1L << 30))
                        .withMainClass(Fact.known("/opt/batch/batch.jar"))
                        .withGc(Fact.known("G1"))
                        .withWorkload("batch")))
                .withArchives(List.of(Archive.unread("/opt/batch/batch.jar")
                        .withSpringBootVersion("2.7.18")
                        .withVersion("1.4.2")
                        .withLibraries(
                                Fact.known(List.of("spring-boot-actuator-2.7.18.jar", "spring-session-core-2.7.4.jar")))
                        .withWorkload("batch")))
                .withSettings(List.of(
                        setting("server.port", "8080"),
                        setting("spring.redis.host", "10.0.0.14"),
                        setting("spring.redis.password", "[REDACTED]"),
                        setting("management.server.port", "8081")))
                .withSessionState(List.of(SessionState.unread("Spring Session with Redis", SessionState.Store.CACHE)
                        .withTarget("10.0.0.14:6379")
                        .withWorkload("batch")))
                .withConnections(List.of(
                        connection("batch", Connection.Direction.OUTBOUND, "10.0.0.14", 6379, 0, "redis"),
                        connection("batch", Connection.Direction.INBOUND, "192.0.2.77", 0, 8080, "")));
        return assessment(facts, List.of(), List.of(assessed(batch, Controller.DEPLOYMENT, "batch-team")), List.of());
    }

    static Assessment legacy() {
        Workload app = workload("invoiced", "unknown-invoiced", Workload.Kind.APPLICATION, "native", "")
                .withPorts(List.of(81))
                .withExecutable(Fact.known("/usr/local/sbin/invoiced"))
                .withMemoryBytes(Fact.unknown("needs root"))
                .withPeakMemoryBytes(Fact.unknown("needs root"))
                .withCpuCores(Fact.unknown("needs root"))
                .withCommand(Fact.unknown("needs root"));
        HostFacts facts = host("legacy", "10.0.0.20", "unowned")
                .withListeners(List.of(listener("invoiced", 81, "", Listener.Scope.ALL)))
                .withEndpoints(List.of(new Endpoint(
                        "erp.example.com", 1521, "oracle", "", "", Endpoint.Scope.NAME, "invoiced", List.of())));
        return assessment(facts, List.of(), List.of(assessed(app, Controller.DEPLOYMENT, "unowned")), List.of());
    }

    /** Every text that a host can choose is chosen badly. */
    static Assessment nasty() {
        Workload app = workload("x", NASTY, Workload.Kind.APPLICATION, NASTY, NASTY)
                .withPorts(List.of(8080))
                .withName("x")
                .withExecutable(Fact.known("/tmp/" + NASTY))
                .withCommand(Fact.known(NASTY))
                .withArtifact(NASTY)
                .withRootDirectory("/" + NASTY)
                .withUnit(NASTY)
                .withUser(Fact.known(NASTY))
                .withLauncher(NASTY)
                .withEnvironment(Fact.known(new TreeMap<>(Map.of(NASTY, NASTY, "GOOD", NASTY, "ALSO_GOOD", "on"))));
        List<EvidenceLine> line = List.of(new EvidenceLine(NASTY, "/" + NASTY, 1, NASTY));
        HostFacts facts = host("nasty", "10.0.0.66", "evil")
                .withProcesses(
                        List.of(HostProcess.unread(100).withArguments(Fact.known(List.of(NASTY, NASTY, "[REDACTED]")))))
                .withListeners(
                        List.of(listener("x", 8080, NASTY, Listener.Scope.ALL).withEvidence(line)))
                .withJvms(List.of(Jvm.unread(100)
                        .withWorkload("x")
                        .withFlags(Fact.known(List.of(NASTY, "-Dx=" + NASTY, "-Dy=a b")))))
                .withState(List.of(
                        state("/" + NASTY, "data", 10, 3).withWorkload("x").withEvidence(line),
                        state("/srv/../etc", "data", 10, 3).withWorkload("x"),
                        state("/", "data", 10, 3).withWorkload("x")))
                .withLogs(List.of(
                        LogFile.unread("/" + NASTY + "/x.log", LogFile.Via.FILE).withWorkload("x")))
                .withWebApplications(List.of(app(NASTY, "/" + NASTY, false).withWorkload("x")))
                .withSecretsFound(List.of(
                        new SecretFound(NASTY, NASTY, NASTY, "x", line), new SecretFound("'", "'", "'", "x", line)))
                .withSettings(List.of(new Setting("spring-boot", "a.b", NASTY, NASTY, "x", line)))
                .withEndpoints(List.of(new Endpoint(NASTY, 99999, NASTY, NASTY, NASTY, Endpoint.Scope.NAME, "x", line)))
                .withHostsEntries(List.of(new HostsEntry("10.0.0.1", List.of(NASTY), line)))
                .withProxyRoutes(List.of(new ProxyRoute(
                        NASTY,
                        ProxyRoute.Kind.HTTP,
                        NASTY,
                        80,
                        List.of(NASTY, "ok.example.com"),
                        NASTY,
                        NASTY,
                        List.of("127.0.0.1:8080", NASTY),
                        NASTY,
                        true,
                        NASTY,
                        List.of(NASTY),
                        "",
                        line)))
                .withUnits(List.of(Unit.unread(NASTY, NASTY)
                        .withEnvironment(new TreeMap<>(Map.of("A", NASTY, "B", "$(B)")))
                        .withWorkload("x")))
                .withGaps(List.of(new Gap(NASTY, NASTY, NASTY, NASTY)));
        List<JudgedJob> jobs = List.of(
                job("/" + NASTY, 1, "0 3 * * *", NASTY, "x"),
                job(Recommendation.Target.GOCRON, 60, "/z", 1, "* * * * *", NASTY, "x"),
                job("/y", 2, "0 4 * * *", "echo " + NASTY, ""));
        return assessment(
                facts,
                jobs,
                List.of(assessed(app, Controller.DEPLOYMENT, "evil")),
                List.of(new Finding(
                        "X",
                        "LOG-001",
                        Concern.LOGGING,
                        Severity.LOW,
                        Severity.NONE,
                        NASTY,
                        "x",
                        NASTY,
                        NASTY,
                        line,
                        1,
                        1)));
    }

    static List<EvidenceLine> line(String probe, String item, int line) {
        return List.of(new EvidenceLine(probe, item, line, "..."));
    }

    private static HostFacts host(String name, String address, String owner) {
        HostFacts facts = HostFacts.unread(name);
        return facts.withHost(facts.host()
                .with(host -> host.owner(owner)
                        .address(address)
                        .addresses(List.of(address + "/24"))
                        .hostName(Fact.known(name))
                        .timeZone(Fact.known("Europe/Paris"))
                        .scannedAt("2026-11-24T08:00:00Z")));
    }

    private static Workload workload(String id, String runtime, Workload.Kind kind, String family, String version) {
        return new Workload(
                id,
                id,
                kind,
                family,
                new Workload.Product(runtime, Fact.known(version)),
                "systemd",
                "",
                Fact.unknown("not read"),
                Fact.unknown("not read"),
                List.of(100),
                List.of(),
                Fact.unknown("not read"),
                Fact.known("/usr/bin/" + id + " --config /etc/" + id),
                Fact.unknown("not read"),
                "",
                "",
                List.of(),
                Fact.unknown("not read"),
                List.of(),
                1,
                Fact.known(200L << 20),
                Fact.known(240L << 20),
                Fact.known(0.02),
                Fact.unknown("not read"),
                Fact.unknown("not read"),
                0,
                0.9,
                id,
                line("processes", "/proc/100/cmdline", 0));
    }

    private static AssessedWorkload assessed(Workload workload, Controller controller, String owner) {
        return new AssessedWorkload(
                workload,
                controller,
                "only one replica may run: STATE-002 sessions lie in files",
                Disposition.MIGRATE_AFTER_FIXES,
                Optional.of("drafts/" + owner + "/" + workload.name()),
                Optional.empty(),
                Optional.empty(),
                Verdict.WORK_NEEDED);
    }

    private static Listener listener(String workload, int port, String role, Listener.Scope scope) {
        return ListenerBuilder.builder()
                .protocol(Protocol.TCP)
                .address(scope == Listener.Scope.LOOPBACK ? "127.0.0.1" : "0.0.0.0")
                .port(port)
                .scope(scope)
                .processName(Fact.known("java"))
                .pid(Fact.known(100))
                .user(Fact.known("app"))
                .openedBy(Fact.known("app"))
                .workload(Fact.known(workload))
                .role(role)
                .attribution("socket")
                .evidence(line("sockets", "ss", 5))
                .build();
    }

    static Connection outbound(String workload, String peer, int port) {
        return connection(workload, Connection.Direction.OUTBOUND, peer, port, 0, "");
    }

    private static Connection connection(
            String workload, Connection.Direction direction, String peer, int peerPort, int localPort, String role) {
        return ConnectionBuilder.builder()
                .protocol(Protocol.TCP)
                .direction(direction)
                .peerAddress(peer)
                .peerPort(peerPort)
                .localPort(localPort)
                .processName(Fact.known("java"))
                .pid(Fact.known(100))
                .workload(Fact.known(workload))
                .count(2)
                .local(false)
                .role(role)
                .evidence(line("sockets", "ss", 9))
                .build();
    }

    private static StatePath state(String path, String kind, long bytes, int files) {
        return StatePath.unread(path, kind)
                .withSizeBytes(Fact.known(bytes))
                .withFileCount(Fact.known(files))
                .withWorkload("tomcat");
    }

    private static WebApplication app(String name, String path, boolean bundled) {
        return new WebApplication(
                name,
                path,
                "localhost",
                "/opt/tomcat/webapps/" + name,
                false,
                bundled,
                Fact.known(false),
                Fact.known(List.of()),
                "tomcat",
                List.of());
    }

    private static SecretFound secret(String where, String name, String kind) {
        return new SecretFound(where, name, kind, "tomcat", List.of());
    }

    private static Setting setting(String name, String value) {
        return new Setting(
                "spring-boot", name, value, "", "batch", line("spring", "/opt/batch/config/application.properties", 2));
    }

    private static JudgedJob job(String source, int line, String schedule, String command, String workload) {
        return job(Recommendation.Target.CRONJOB, 86400, source, line, schedule, command, workload);
    }

    private static JudgedJob job(
            Recommendation.Target target,
            long seconds,
            String source,
            int line,
            String schedule,
            String command,
            String workload) {
        return new JudgedJob(
                JobBuilder.builder()
                        .id(source + ":" + line)
                        .source(source)
                        .line(line)
                        .origin(Job.Origin.CRON_D)
                        .flavour("debian")
                        .user(Fact.known("root"))
                        .schedule(schedule)
                        .command(command)
                        .environment(new TreeMap<>(Map.of("MAILTO", "ops@example.com", "MODE", "off")))
                        .active(true)
                        .inactiveReason("")
                        .timeZone("Europe/Paris")
                        .workload(Fact.known(workload))
                        .lastRun(Fact.unknown("no log"))
                        .lastRunSeconds(Fact.unknown("no log"))
                        .evidence(line("crontabs", source, line))
                        .build(),
                Fact.known(86400d / seconds),
                Fact.known(seconds),
                new Recommendation(target, List.of(seconds < 600 ? "it runs often" : "once a day"), List.of(), ""));
    }

    private static Assessment assessment(
            HostFacts facts, List<JudgedJob> jobs, List<AssessedWorkload> workloads, List<Finding> findings) {
        List<Workload> plain = new ArrayList<>();
        workloads.forEach(workload -> plain.add(workload.workload()));
        return new Assessment(
                facts.withWorkloads(plain),
                new Coverage(93, List.of()),
                jobs,
                workloads,
                findings,
                List.of(),
                List.of(),
                new Score(
                        Optional.of(53),
                        Optional.of(74),
                        Optional.of(47),
                        Optional.of(55),
                        0.82,
                        "medium",
                        new TreeMap<>(),
                        "",
                        List.of(),
                        List.of()),
                Verdict.WORK_NEEDED);
    }
}
