package dev.slipway.parse;

import dev.slipway.facts.ConfiguredPort;
import dev.slipway.facts.Endpoint;
import dev.slipway.facts.EvidenceLine;
import dev.slipway.facts.Gap;
import dev.slipway.facts.Host;
import dev.slipway.facts.Protocol;
import dev.slipway.facts.Setting;
import dev.slipway.facts.StatePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.regex.Pattern;

/** What the properties of a Spring Boot application say about its ports, its other parties, its files and its behaviour. */
final class SpringFacts {
    private static final String PRODUCT = "spring-boot";
    /** What is said about the application itself, not about others. */
    private static final Pattern OWN = Pattern.compile(
            "(?:server|management|logging|info|springdoc|spring\\.(?:application|profiles|main|mvc|web|webflux|servlet|jmx|lifecycle"
                    + "|config|messages|thymeleaf|freemarker|banner|devtools|task))\\..*");

    private static final Pattern OF_INTEREST = Pattern.compile(
            "server\\.(?:shutdown|forward-headers-strategy|use-forward-headers|context-path|compression\\.enabled|http2\\.enabled"
                    + "|max-http-(?:request-)?header-size|connection-timeout|tomcat\\..*|jetty\\..*|undertow\\..*|servlet\\..*"
                    + "|session\\..*|reactive\\..*|ssl\\.(?:enabled|key-store|client-auth|bundle))"
                    + "|management\\..*"
                    + "|spring\\.(?:application\\.name|profiles\\..*|main\\..*|lifecycle\\..*|servlet\\..*|http\\.multipart\\..*"
                    + "|session\\..*|config\\.import(?:\\[\\d+])?|jmx\\.enabled|quartz\\.(?:job-store-type|auto-startup)|task\\..*"
                    + "|jpa\\.hibernate\\.ddl-auto|flyway\\.enabled|liquibase\\.enabled|h2\\.console\\.enabled|cache\\.type"
                    + "|batch\\.job\\..*|datasource\\.hikari\\.maximum-pool-size|devtools\\..*|mvc\\.async\\.request-timeout"
                    + "|cloud\\.(?:nacos|consul|config|zookeeper)\\.[a-z.-]*(?:enabled|register|namespace|group|uri|server-addr"
                    + "|host|ip|ip-address|prefer-ip-address|service-name))"
                    + "|eureka\\.(?:client\\.enabled|instance\\.(?:prefer-ip-address|ip-address|hostname|instance-id))"
                    + "|dubbo\\.(?:protocol\\.(?:host|port|name)|registry\\.address|application\\.name)"
                    + "|logging\\.(?:config|file|path|file\\.(?:name|path)|logback\\..*)|debug");
    private static final Pattern DIRECTORY_KEY = Pattern.compile(
            "(?i).*(?:dir|directory|folder|location|storage|(?:upload|file|data|export|import|backup|image|attachment|report|save"
                    + "|store|root|base)[._-]?path)");
    private static final Pattern DIRECTORY = Pattern.compile(
            "(?:file:)?/(?:opt|srv|var|data|home|mnt|media|usr|nas|nfs|export|apps?|u\\d+|tmp|storage|share|work)/.*");

    private final SpringApplication application;
    private final SpringProperties properties;
    private final EndpointFinder endpoints;
    private final ConfigurationFacts facts;

    SpringFacts(SpringApplication application, Host host, ConfigurationFacts facts) {
        this.application = application;
        this.properties = application.properties();
        this.endpoints = new EndpointFinder(host);
        this.facts = facts;
    }

    void read() {
        List<SpringProperty> all = properties.all();
        port("server", "http", "server.port");
        port("management.server", "management", "management.server.port", "management.port");
        properties.find("dubbo.protocol.port").ifPresent(this::dubboPort);
        List<Endpoint> found = endpoints(all);
        facts.addEndpoints(found);
        application
                .version()
                .ifPresent(
                        version -> facts.add(new Setting(PRODUCT, "version", version, "", "", application.evidence())));
        all.forEach(this::setting);
        all.forEach(this::state);
        for (SourceFile file : application.files()) {
            ConfigText text = SpringFiles.text(file);
            if (text.problemLine() > 0) {
                facts.add(file.unparsed(text.problemLine(), text.problem()));
            }
            facts.add(ConfigFiles.of(file, endpoints.in(withoutOwn(text), file::at)));
        }
        properties
                .hidden()
                .forEach(variable -> facts.add(new Gap(
                        "settings",
                        "spring",
                        "process " + application.program().process().pid() + ": the value of " + variable
                                + " in its environment was not read",
                        "look at the unit or script that starts it")));
    }

    private void port(String start, String role, String... keys) {
        Optional<SpringProperty> property = properties.first(keys);
        Optional<Integer> port = property.flatMap(this::number).filter(number -> number > 0);
        if (port.isEmpty()) {
            return;
        }
        List<EvidenceLine> evidence = new ArrayList<>(List.of(property.get().evidence()));
        Optional<SpringProperty> address =
                properties.first(start + ".address", start.replace(".server", "") + ".address");
        address.map(SpringProperty::evidence).ifPresent(evidence::add);
        boolean tls = properties
                        .first(start + ".ssl.key-store", start + ".ssl.certificate", start + ".ssl.bundle")
                        .isPresent()
                && !properties.value(start + ".ssl.enabled").equals("false");
        facts.add(new ConfiguredPort(
                PRODUCT,
                Protocol.TCP,
                address.map(SpringProperty::value).orElse(""),
                port.get(),
                role.equals("http") && tls ? "https" : role,
                tls,
                "",
                evidence));
    }

    private void dubboPort(SpringProperty property) {
        String address = properties.value("dubbo.protocol.host");
        number(property)
                .filter(port -> port > 0)
                .map(port -> new ConfiguredPort(
                        "dubbo", Protocol.TCP, address, port, "dubbo", false, "", List.of(property.evidence())))
                .ifPresent(facts::add);
    }

    private Optional<Integer> number(SpringProperty property) {
        if (property.value().matches("\\d{1,5}")) {
            int port = Integer.parseInt(property.value());
            return port <= 65_535 ? Optional.of(port) : Optional.empty();
        }
        if (property.value().contains("${")) {
            facts.add(new Gap(
                    "configuredPorts",
                    "spring",
                    property.key() + " is " + property.value() + ", which is not known",
                    "look at the environment of the program"));
        }
        return Optional.empty();
    }

    /** Addresses in all properties; a line's number stands for the property. */
    private List<Endpoint> endpoints(List<SpringProperty> all) {
        List<ConfigEntry> entries = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            entries.add(new ConfigEntry("", all.get(i).key(), all.get(i).value(), i));
        }
        IntFunction<EvidenceLine> evidence = line -> all.get(line).evidence();
        ConfigText text = withoutOwn(ConfigText.of(entries));
        EmbeddedDatabases.in(text, evidence, application.program().workingDirectory())
                .forEach(facts::add);
        return endpoints.in(text, evidence);
    }

    private static ConfigText withoutOwn(ConfigText text) {
        return ConfigText.of(text.entries().stream()
                .filter(entry -> !OWN.matcher(entry.key()).matches())
                .toList());
    }

    private void setting(SpringProperty property) {
        QuartzSettings.setting(property.key(), property.value(), property.evidence(), facts);
        if (OF_INTEREST.matcher(property.key()).matches()) {
            facts.add(new Setting(PRODUCT, property.key(), property.value(), "", "", List.of(property.evidence())));
        }
    }

    private void state(SpringProperty property) {
        String key = property.key();
        String value = property.value();
        if (key.matches("(?:server|management\\.server)\\.ssl\\.(?:key|trust)-store")
                && !value.startsWith("classpath:")) {
            keep(application.program().absolute(value), "key", property);
        } else if (key.matches("spring\\.(?:servlet|http)\\.multipart\\.location")) {
            keep(application.program().absolute(value), "upload", property);
        } else if (!key.startsWith("logging.")
                && !key.startsWith("spring.config.")
                && DIRECTORY_KEY.matcher(key).matches()
                && DIRECTORY.matcher(value).matches()) {
            boolean upload = key.matches("(?i).*(?:upload|attachment|image|multipart).*");
            keep(application.program().absolute(value), upload ? "upload" : "data", property);
        }
    }

    private void keep(String path, String kind, SpringProperty property) {
        if (path.startsWith("/") && !path.contains("${")) {
            facts.add(StatePath.unread(path.replaceFirst("(?<=.)/$", ""), kind)
                    .withEvidence(List.of(property.evidence())));
        }
    }
}
