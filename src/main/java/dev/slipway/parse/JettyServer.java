package dev.slipway.parse;

import dev.slipway.facts.ConfiguredPort;
import dev.slipway.facts.EvidenceLine;
import dev.slipway.facts.Fact;
import dev.slipway.facts.Protocol;
import dev.slipway.facts.SessionState;
import dev.slipway.facts.SessionState.Store;
import dev.slipway.facts.WebApplication;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A Jetty with its base directory: modules, ports, applications and their sessions. */
final class JettyServer {
    private static final List<String> HTTP = List.of("jetty.http.port", "jetty.port");
    private static final List<String> HTTPS = List.of("jetty.ssl.port", "jetty.https.port");

    private final JavaApplication program;
    private final String base;
    private final List<WebApplication> applications;
    private final ConfigurationFacts facts;
    private final List<Line> lines = new ArrayList<>();

    /** A line of start.ini, or an argument, which counts more. */
    private record Line(String text, EvidenceLine evidence) {}

    JettyServer(JavaApplication program, HostFiles files, List<WebApplication> applications, ConfigurationFacts facts) {
        this.program = program;
        this.base = program.option("jetty.base")
                .or(() -> program.option("jetty.home"))
                .orElse(program.workingDirectory());
        this.applications = applications.stream()
                .filter(application -> application.directory().startsWith(base + "/"))
                .toList();
        this.facts = facts;
        Stream.of(base + "/start.ini", base + "/start.d/*.ini")
                .flatMap(pattern -> files.matching(pattern).stream())
                .forEach(this::add);
        EvidenceLine commandLine = program.process().evidence().stream()
                .findFirst()
                .orElse(new EvidenceLine("processes", "cmdline", 0, ""));
        program.command().arguments().forEach(argument -> lines.add(new Line(argument, commandLine)));
    }

    private void add(SourceFile file) {
        for (int i = 0; i < file.lines().size(); i++) {
            String text = file.lines().get(i).strip();
            if (!text.isEmpty() && !text.startsWith("#")) {
                lines.add(new Line(text, file.at(i + 1)));
            }
        }
    }

    void read() {
        port(HTTP, "http", "jetty.http.host", false);
        port(HTTPS, "https", "jetty.ssl.host", true);
        applications.forEach(facts::add);
        List<String> paths = applications.isEmpty()
                ? List.of("")
                : applications.stream().map(WebApplication::path).toList();
        paths.forEach(path -> facts.add(sessions(path)));
    }

    private void port(List<String> names, String role, String host, boolean tls) {
        names.stream()
                .flatMap(name -> property(name).stream())
                .findFirst()
                .filter(line -> value(line).matches("[1-9]\\d{0,4}"))
                .ifPresent(line -> facts.add(new ConfiguredPort(
                        "jetty",
                        Protocol.TCP,
                        property(host).map(JettyServer::value).orElse(""),
                        Integer.parseInt(value(line)),
                        role,
                        tls,
                        "",
                        List.of(line.evidence()))));
    }

    private Optional<Line> property(String name) {
        return lines.stream()
                .filter(line -> line.text().replaceFirst("^-D", "").startsWith(name + "="))
                .reduce((first, second) -> second);
    }

    private static String value(Line line) {
        return line.text().substring(line.text().indexOf('=') + 1).strip();
    }

    private SessionState sessions(String application) {
        Optional<Line> module = lines.stream()
                .filter(line -> line.text()
                        .matches("--(?:module|add-modules?)=.*(?:session-store-|jdbc-sessions|mongo-sessions"
                                + "|nosql).*"))
                .findFirst();
        String name = module.map(line -> line.text()
                        .replaceFirst("^--[a-z-]+=(?:.*,)?(?=[^,]*(?:sessions?|nosql))", "")
                        .replaceFirst(",.*", ""))
                .orElse("");
        Store store = name.isEmpty()
                ? Store.MEMORY
                : name.contains("file")
                        ? Store.FILE
                        : name.matches(".*(?:jdbc|mongo|nosql|gcloud).*") ? Store.DATABASE : Store.CACHE;
        String path =
                property("jetty.session.file.storeDir").map(JettyServer::value).orElse("sessions");
        String mechanism = name.isEmpty() ? "Jetty session manager" : "Jetty " + name;
        List<EvidenceLine> evidence = module.map(Line::evidence)
                .map(List::of)
                .orElse(program.process().evidence());
        return SessionState.unread(mechanism, store)
                .with(state -> state.application(application)
                        .path(store == Store.FILE ? path.startsWith("/") ? path : base + "/" + path : "")
                        .cookie("JSESSIONID")
                        .survivesRestart(Fact.known(store != Store.MEMORY))
                        .inUse(Fact.unknown("sessions are not visible from outside"))
                        .evidence(evidence));
    }
}
