package dev.slipway.parse;

import dev.slipway.facts.Archive;
import dev.slipway.facts.Endpoint;
import dev.slipway.facts.Fact;
import dev.slipway.facts.HostFacts;
import dev.slipway.facts.Setting;
import dev.slipway.facts.StatePath;
import dev.slipway.facts.WebApplication;
import dev.slipway.parse.TomcatContext.Descriptor;
import dev.slipway.parse.TomcatListing.Version;
import dev.slipway.parse.TomcatServer.VirtualHost;
import java.util.List;
import java.util.Optional;

/** One CATALINA_BASE: its server, its applications, and what each of them keeps where. */
final class TomcatInstance {
    private final String base;
    private final HostFiles files;
    private final HostFiles applicationFiles;
    private final TomcatListing listing;
    private final ConfigurationFacts facts;
    private final TomcatVariables variables;
    private final EndpointFinder endpoints;
    private final List<Archive> archives;

    TomcatInstance(
            String base,
            HostFiles files,
            HostFiles applicationFiles,
            TomcatListing listing,
            HostFacts soFar,
            ConfigurationFacts facts) {
        this.base = base;
        this.files = files;
        this.applicationFiles = applicationFiles;
        this.listing = listing;
        this.facts = facts;
        this.variables = TomcatVariables.of(base, files, soFar.processes());
        this.endpoints = new EndpointFinder(soFar.host());
        this.archives = soFar.archives();
    }

    void read() {
        Optional<TomcatServer> server = xml(base + "/conf/server.xml").map(TomcatServer::new);
        Optional<XmlFile> defaults = xml(base + "/conf/context.xml");
        server.ifPresent(found -> new TomcatConnectors(found, variables, facts).read());
        server.map(TomcatServer::file).ifPresent(this::endpoints);
        defaults.ifPresent(this::endpoints);
        List<TomcatContext> contexts =
                new TomcatDeployments(base, files, applicationFiles, listing, variables, facts).contexts(server);
        Optional<Version> version = listing.version(variables.home(base))
                .or(() -> listing.version(base))
                .or(this::versionOfArchive);
        version.ifPresent(this::version);
        TomcatSessions sessions = new TomcatSessions(base, server, defaults, version, files, listing, facts);
        for (TomcatContext context : contexts) {
            // a descriptor alone, without an application behind it, starts nothing
            if (context.directory().isEmpty()) {
                continue;
            }
            application(context);
            sessions.read(context, route(server, context));
        }
        sessions.leftovers(contexts);
        folders();
    }

    private Optional<XmlFile> xml(String path) {
        return files.find(path).map(source -> XmlFile.read(source, facts));
    }

    private Optional<Version> versionOfArchive() {
        return archives.stream()
                .filter(archive -> archive.path().equals(variables.home(base) + "/lib/catalina.jar"))
                .filter(archive ->
                        !archive.version().isEmpty() && !archive.evidence().isEmpty())
                .map(archive ->
                        new Version(archive.version(), archive.evidence().get(0)))
                .findFirst();
    }

    private void version(Version version) {
        facts.add(new Setting("tomcat", "version", version.number(), "", "", List.of(version.evidence())));
    }

    private String route(Optional<TomcatServer> server, TomcatContext context) {
        return server.stream()
                .flatMap(found -> found.hosts(variables).stream())
                .filter(host -> host.name().equals(context.host()))
                .map(VirtualHost::jvmRoute)
                .findFirst()
                .orElse("");
    }

    private void application(TomcatContext context) {
        facts.add(new WebApplication(
                context.name(),
                context.path(),
                context.host(),
                context.directory(),
                context.external(),
                context.bundled(),
                Fact.of(context.webXml().map(WebXml::distributable), "its web.xml was not read"),
                libraries(context),
                "",
                List.of(context.evidence())));
        context.descriptor().map(Descriptor::file).ifPresent(this::endpoints);
        context.webXml().stream()
                .flatMap(web -> web.uploadLocations().stream()
                        .map(place -> StatePath.unread(place.text(), "upload")
                                .withEvidence(List.of(web.file().at(place)))))
                .forEach(facts::add);
        if (!context.bundled()) {
            insideOf(context.directory());
        }
    }

    private Fact<List<String>> libraries(TomcatContext context) {
        return context.directory().isEmpty() || context.directory().endsWith(".war") || context.external()
                ? Fact.unknown("the archive was not looked into")
                : Fact.known(listing.libraries(context.directory()));
    }

    /** The application's own configuration: addresses, databases inside the program, schedules. */
    private void insideOf(String directory) {
        for (SourceFile file : applicationFiles.all()) {
            if (!file.path().startsWith(directory + "/")) {
                continue;
            }
            if (file.path().endsWith(".xml")) {
                XmlFile xml = XmlFile.read(file, facts);
                ScheduleXml.read(xml, facts);
                configuration(file, xml.entries());
            } else {
                configuration(
                        file,
                        file.path().endsWith(".properties")
                                ? PropertiesText.parse(file.text())
                                : YamlText.parse(file.text()));
            }
        }
    }

    private void endpoints(XmlFile file) {
        configuration(file.source(), file.entries());
    }

    private void configuration(SourceFile file, ConfigText entries) {
        List<Endpoint> found = endpoints.in(entries, file::at);
        facts.addEndpoints(found);
        EmbeddedDatabases.in(entries, file::at, base).forEach(facts::add);
    }

    private void folders() {
        listing.bases().entrySet().stream()
                .filter(entry -> entry.getKey().equals(base))
                .forEach(entry -> {
                    facts.add(
                            StatePath.unread(base + "/webapps", "deployment").withEvidence(List.of(entry.getValue())));
                    facts.add(
                            StatePath.unread(base + "/conf", "configuration").withEvidence(List.of(entry.getValue())));
                });
    }
}
