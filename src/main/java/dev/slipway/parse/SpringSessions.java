package dev.slipway.parse;

import dev.slipway.facts.EvidenceLine;
import dev.slipway.facts.Fact;
import dev.slipway.facts.SessionState;
import dev.slipway.facts.SessionState.Store;
import dev.slipway.facts.SessionStateBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Where a Spring Boot application keeps the sessions of its users. */
final class SpringSessions {
    private static final String INVISIBLE = "sessions in memory are not visible from outside";
    /** Kinds of store in the order in which Spring Boot takes the first that it finds. */
    private static final List<String> KINDS = List.of("redis", "jdbc", "hazelcast", "mongodb");

    private final SpringApplication application;
    private final SpringProperties properties;
    private final boolean complete;
    private final ConfigurationFacts facts;

    /**
     * The sessions of one application.
     *
     * @param complete whether all of its configuration was read: only then what is not set has its default
     */
    SpringSessions(SpringApplication application, boolean complete, ConfigurationFacts facts) {
        this.application = application;
        this.complete = complete;
        this.properties = application.properties();
        this.facts = facts;
    }

    void read() {
        String type = properties
                .value("spring.session.store-type")
                .toLowerCase(Locale.ROOT)
                .replace("data-", "");
        Optional<String> library = KINDS.stream().filter(this::has).findFirst();
        boolean off = type.equals("none")
                || properties.value("spring.main.web-application-type").equals("none");
        if (!type.isEmpty() && !off) {
            facts.add(stored(type));
        } else if (library.isPresent() && !off) {
            facts.add(stored(library.get()));
        } else if (EmbeddedServer.in(application.program()).isPresent()
                && !properties.value("spring.main.web-application-type").equals("none")) {
            facts.add(inMemory(EmbeddedServer.in(application.program()).get()));
        }
    }

    private boolean has(String kind) {
        return Stream.of("spring-session-", "spring-session-data-")
                .anyMatch(name -> application.program().library(name + kind).isPresent());
    }

    private SessionState stored(String kind) {
        Store store = switch (kind) {
            case "redis", "hazelcast" -> Store.CACHE;
            case "jdbc", "mongodb" -> Store.DATABASE;
            default -> Store.UNKNOWN;
        };
        SessionStateBuilder state =
                SessionStateBuilder.builder(SessionState.unread("Spring Session (" + kind + ")", store));
        state.target(target(kind)).cookie(cookie("SESSION")).timeoutMinutes(timeout());
        boolean elsewhere = !kind.equals("hazelcast") && store != Store.UNKNOWN;
        state.survivesRestart(
                elsewhere
                        ? Fact.known(true)
                        : Fact.unknown("it depends on the other members of the " + kind + " cluster"));
        state.inUse(Fact.unknown("the store was not looked into"));
        return state.evidence(evidence(
                        "spring.session.store-type",
                        "spring.redis.host",
                        "spring.data.redis.host",
                        "spring.redis.url",
                        "spring.data.redis.url"))
                .build();
    }

    private SessionState inMemory(EmbeddedServer server) {
        boolean servlets = server.servlets();
        boolean kept = properties
                .first("server.servlet.session.persistent", "server.session.persistent")
                .map(property -> property.value().equals("true"))
                .orElse(false);
        String directory = properties
                .first("server.servlet.session.store-dir", "server.session.store-dir")
                .map(SpringProperty::value)
                .map(application.program()::absolute)
                .orElse("");
        String what = servlets ? server.title() + " inside the program" : "WebFlux sessions";
        return SessionState.unread(kept ? what + ", saved at its end" : what, Store.MEMORY)
                .with(state -> state.path(kept ? directory : "")
                        .cookie(cookie(servlets ? "JSESSIONID" : "SESSION"))
                        .timeoutMinutes(timeout())
                        .survivesRestart(
                                kept || complete
                                        ? Fact.known(kept)
                                        : Fact.unknown("not all of its configuration was read"))
                        .inUse(Fact.unknown(INVISIBLE))
                        .count(Fact.unknown(INVISIBLE))
                        .evidence(evidence("server.servlet.session.persistent", "server.servlet.session.timeout")));
    }

    private String cookie(String otherwise) {
        return properties
                .first(
                        "server.servlet.session.cookie.name",
                        "server.reactive.session.cookie.name",
                        "server.session.cookie.name")
                .map(SpringProperty::value)
                .orElse(otherwise);
    }

    private int timeout() {
        return properties
                .first(
                        "spring.session.timeout",
                        "server.servlet.session.timeout",
                        "server.reactive.session.timeout",
                        "server.session.timeout")
                .map(SpringProperty::value)
                .flatMap(SpringDuration::seconds)
                .map(seconds -> (int) Math.min(Integer.MAX_VALUE, (seconds + 59) / 60))
                .orElse(0);
    }

    /** Host and port of the store. */
    private String target(String kind) {
        return switch (kind) {
            case "redis" -> redis();
            case "jdbc" ->
                JdbcUrl.parse(properties.value("spring.datasource.url")).stream()
                        .flatMap(url -> url.servers().stream())
                        .findFirst()
                        .map(ServerAddress::toString)
                        .orElse("");
            case "mongodb" ->
                address(properties.value("spring.data.mongodb.uri"))
                        .or(() -> address(properties.value("spring.data.mongodb.host")))
                        .map(found -> found.orPort(27017).toString())
                        .orElse("");
            default -> "";
        };
    }

    /** Redis has a place of its own even where none is configured. */
    private String redis() {
        for (String start : List.of("spring.data.redis.", "spring.redis.")) {
            List<String> nodes = new ArrayList<>();
            properties.find(start + "url").ifPresent(url -> nodes.add(url.value()));
            nodes.addAll(properties.list(start + "cluster.nodes"));
            nodes.addAll(properties.list(start + "sentinel.nodes"));
            properties
                    .find(start + "host")
                    .ifPresent(host -> nodes.add(host.value() + ":"
                            + properties
                                    .find(start + "port")
                                    .map(SpringProperty::value)
                                    .orElse("6379")));
            Optional<ServerAddress> first =
                    nodes.stream().flatMap(node -> address(node).stream()).findFirst();
            if (first.isPresent()) {
                return first.get().orPort(6379).toString();
            }
        }
        boolean known = complete && properties.hidden().stream().noneMatch(name -> name.contains("REDIS"));
        return known && application.program().process().environment().isKnown() ? "localhost:6379" : "";
    }

    private static Optional<ServerAddress> address(String text) {
        String authority = text.replaceFirst("^[a-z+]+://", "").replaceFirst("[/?,].*$", "");
        return ServerAddress.parse(authority.substring(authority.lastIndexOf('@') + 1));
    }

    private List<EvidenceLine> evidence(String... keys) {
        List<EvidenceLine> lines = Stream.of(keys)
                .flatMap(key -> properties.find(key).stream())
                .map(SpringProperty::evidence)
                .toList();
        return lines.isEmpty() ? application.evidence() : lines;
    }
}
