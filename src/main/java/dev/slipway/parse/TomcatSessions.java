package dev.slipway.parse;

import dev.slipway.facts.EvidenceLine;
import dev.slipway.facts.Fact;
import dev.slipway.facts.SessionState;
import dev.slipway.facts.SessionState.Store;
import dev.slipway.parse.TomcatContext.Descriptor;
import dev.slipway.parse.TomcatListing.SessionFiles;
import dev.slipway.parse.TomcatListing.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Where the applications of a CATALINA_BASE keep their sessions. */
final class TomcatSessions {
    private static final String STANDARD = "org.apache.catalina.session.StandardManager";

    private final String base;
    private final Optional<TomcatServer> server;
    private final Optional<XmlFile> defaults;
    private final Optional<Version> version;
    private final Optional<WebXml> defaultWebXml;
    private final HostFiles files;
    private final TomcatListing listing;
    private final ConfigurationFacts facts;

    TomcatSessions(
            String base,
            Optional<TomcatServer> server,
            Optional<XmlFile> defaults,
            Optional<Version> version,
            HostFiles files,
            TomcatListing listing,
            ConfigurationFacts facts) {
        this.base = base;
        this.server = server;
        this.defaults = defaults;
        this.version = version;
        this.files = files;
        this.listing = listing;
        this.facts = facts;
        this.defaultWebXml = files.find(base + "/conf/web.xml").map(file -> new WebXml(XmlFile.read(file, facts)));
    }

    /** Adds where this application keeps its sessions, if it can have any. */
    void read(TomcatContext context, String jvmRoute) {
        Optional<Descriptor> manager = manager(context);
        if (context.bundled() && !keepsSessions(context, manager)) {
            return;
        }
        SessionState session = server.isEmpty()
                ? SessionState.unread("Tomcat; its configuration could not be read", Store.UNKNOWN)
                        .withEvidence(List.of(context.evidence()))
                : state(context, manager);
        facts.add(session.with(b -> b.application(context.path())
                .sticky(jvmRoute.isEmpty() ? "" : "jvmRoute " + jvmRoute)
                .cookie(server.isEmpty() ? "" : cookie(context))
                .timeoutMinutes(timeoutMinutes(context))));
    }

    /** Pages of Tomcat's own do not count, but for the examples, and where somebody has set them up. */
    private static boolean keepsSessions(TomcatContext context, Optional<Descriptor> manager) {
        boolean own = manager.flatMap(found -> context.descriptor()
                        .filter(descriptor -> descriptor.file().equals(found.file()))
                        .filter(descriptor -> found.element().has("className")))
                .isPresent();
        return own || context.name().equals("examples");
    }

    private Optional<Descriptor> manager(TomcatContext context) {
        return context.descriptor()
                .flatMap(descriptor -> descriptor.child("Manager"))
                .or(() -> files.find(base + "/conf/" + context.engine() + "/" + context.host() + "/context.xml.default")
                        .flatMap(file -> inContext(XmlFile.read(file, facts), "Manager")))
                .or(() -> defaults.flatMap(file -> inContext(file, "Manager")));
    }

    private static Optional<Descriptor> inContext(XmlFile file, String name) {
        return file.root()
                .child("Context")
                .flatMap(context -> context.child(name))
                .map(element -> new Descriptor(file, element));
    }

    private SessionState state(TomcatContext context, Optional<Descriptor> manager) {
        Optional<Descriptor> cluster = server.flatMap(found -> found.clusters().findFirst());
        boolean distributable = context.webXml().map(WebXml::distributable).orElse(false)
                || context.descriptor()
                        .map(descriptor ->
                                descriptor.element().attribute("distributable").equals("true"))
                        .orElse(false);
        Optional<EvidenceLine> springSession = context.webXml().flatMap(WebXml::springSessionFilter);
        Optional<String> library = TomcatContext.sessionLibrary(listing.libraries(context.directory()));
        if (library.isPresent() && (springSession.isPresent() || library.get().startsWith("spring-session"))) {
            return springSession(context, library.get(), springSession);
        }
        String className =
                manager.map(found -> found.element().attribute("className")).orElse("");
        if (manager.isEmpty() && cluster.isPresent() && distributable) {
            return replicated(cluster.get());
        }
        return className.isEmpty() || className.equals(STANDARD)
                ? standard(context, manager)
                : new TomcatSessionStore(base, listing).state(context, manager.get(), className);
    }

    private static SessionState springSession(TomcatContext context, String library, Optional<EvidenceLine> filter) {
        Store store = library.contains("jdbc") ? Store.DATABASE : Store.CACHE;
        return SessionState.unread("Spring Session (" + library + ")", store)
                .with(b -> b.survivesRestart(Fact.known(true))
                        .inUse(filter.isPresent() ? Fact.known(true) : Fact.unknown("only the library was seen"))
                        .evidence(List.of(filter.orElse(context.evidence()))));
    }

    private static SessionState replicated(Descriptor cluster) {
        String manager = cluster.child("Manager")
                .map(found -> found.element().attribute("className"))
                .orElse("org.apache.catalina.ha.session.DeltaManager");
        return SessionState.unread("Tomcat cluster with " + TomcatSessionStore.simpleName(manager), Store.MEMORY)
                .with(b -> b.survivesRestart(Fact.unknown("depends on the other members of the cluster"))
                        .inUse(Fact.unknown("sessions in memory are not visible from outside"))
                        .evidence(List.of(cluster.evidence())));
    }

    private SessionState standard(TomcatContext context, Optional<Descriptor> manager) {
        Optional<String> pathname = manager.filter(found -> found.element().has("pathname"))
                .map(found -> found.element().attribute("pathname"));
        Fact<Boolean> survives = pathname.isPresent()
                ? Fact.known(!pathname.get().isBlank())
                : Fact.of(
                        version.map(Version::number).flatMap(TomcatSessions::writesByDefault),
                        "Tomcat's version was not read");
        List<EvidenceLine> evidence = new ArrayList<>();
        evidence.add(manager.map(Descriptor::evidence).orElse(context.evidence()));
        version.filter(found -> pathname.isEmpty()).ifPresent(found -> evidence.add(found.evidence()));
        return SessionState.unread("Tomcat StandardManager", Store.MEMORY)
                .with(b -> b.survivesRestart(survives)
                        .inUse(Fact.unknown("sessions in memory are not visible from outside"))
                        .count(Fact.unknown("sessions in memory are not visible from outside"))
                        .evidence(evidence));
    }

    /** Until 10.0.0-M1 the StandardManager wrote SESSIONS.ser at the stop if nothing was said; empty if not clear. */
    private static Optional<Boolean> writesByDefault(String version) {
        String major = version.split("\\.", 2)[0];
        return major.matches("[0-9]{1,3}") ? Optional.of(Integer.parseInt(major) < 10) : Optional.empty();
    }

    private String cookie(TomcatContext context) {
        String fromContext = context.descriptor()
                .map(descriptor -> descriptor.element().attribute("sessionCookieName"))
                .filter(name -> !name.isEmpty())
                .or(() -> defaults.flatMap(file -> file.root().child("Context"))
                        .map(element -> element.attribute("sessionCookieName"))
                        .filter(name -> !name.isEmpty()))
                .orElse("");
        String fromWebXml = context.webXml().map(WebXml::cookieName).orElse("");
        return fromContext.isEmpty() ? fromWebXml.isEmpty() ? "JSESSIONID" : fromWebXml : fromContext;
    }

    private int timeoutMinutes(TomcatContext context) {
        OptionalInt own = context.webXml().map(WebXml::sessionTimeoutMinutes).orElse(OptionalInt.empty());
        OptionalInt usual = defaultWebXml.map(WebXml::sessionTimeoutMinutes).orElse(OptionalInt.empty());
        return Math.max(0, own.orElse(usual.orElse(0)));
    }

    /** Adds session files of applications that are not there any more. */
    void leftovers(List<TomcatContext> contexts) {
        for (SessionFiles left : listing.sessionFiles(base + "/work")) {
            boolean owned = contexts.stream()
                    .anyMatch(context -> left.path().startsWith(base + context.workDirectory() + "/")
                            || left.path().equals(base + context.workDirectory()));
            if (!owned && !left.directory()) {
                String directory = left.path().substring(0, left.path().lastIndexOf('/'));
                facts.add(SessionState.unread("SESSIONS.ser of an application that is gone", Store.FILE)
                        .with(b -> b.application("/" + directory.substring(directory.lastIndexOf('/') + 1))
                                .path(directory)
                                .survivesRestart(Fact.known(true))
                                .inUse(Fact.known(false))
                                .count(Fact.known(1))
                                .evidence(List.of(left.evidence()))));
            }
        }
    }
}
