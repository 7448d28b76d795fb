package dev.slipway.parse;

import dev.slipway.facts.EvidenceLine;
import dev.slipway.parse.TomcatContext.Descriptor;
import dev.slipway.parse.TomcatServer.VirtualHost;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Finds the applications of a CATALINA_BASE: in server.xml, in the descriptors of each host, and in its folder for them. */
final class TomcatDeployments {
    private final String base;
    private final HostFiles files;
    private final HostFiles applicationFiles;
    private final TomcatListing listing;
    private final TomcatVariables variables;
    private final ConfigurationFacts facts;

    TomcatDeployments(
            String base,
            HostFiles files,
            HostFiles applicationFiles,
            TomcatListing listing,
            TomcatVariables variables,
            ConfigurationFacts facts) {
        this.base = base;
        this.files = files;
        this.applicationFiles = applicationFiles;
        this.listing = listing;
        this.variables = variables;
        this.facts = facts;
    }

    /** All applications, by host and name; without server.xml those of the usual folder. */
    List<TomcatContext> contexts(Optional<TomcatServer> server) {
        List<VirtualHost> hosts = server.map(found -> found.hosts(variables)).orElse(List.of());
        List<VirtualHost> known = hosts.isEmpty()
                ? List.of(new VirtualHost("Catalina", "localhost", "webapps", "", Optional.empty()))
                : hosts;
        List<TomcatContext> contexts = new ArrayList<>();
        for (VirtualHost host : known) {
            contexts.addAll(contexts(host).values());
        }
        return contexts;
    }

    private SortedMap<String, TomcatContext> contexts(VirtualHost host) {
        SortedMap<String, TomcatContext> contexts = new TreeMap<>();
        host.element()
                .ifPresent(element -> element.element()
                        .children("Context")
                        .map(context -> new Descriptor(element.file(), context))
                        .forEach(context -> add(contexts, fromServer(host, context))));
        String descriptors = base + "/conf/" + host.engine() + "/" + host.name() + "/";
        for (SourceFile file : files.matching(descriptors + "*.xml")) {
            XmlFile xml = XmlFile.read(file, facts);
            add(contexts, fromFile(host, xml));
        }
        String folder = absolute(host.appBase());
        listing.deployments().forEach((path, evidence) -> {
            if (path.startsWith(folder + "/") && path.indexOf('/', folder.length() + 1) < 0) {
                add(contexts, fromFolder(host, path, evidence));
            }
        });
        return contexts;
    }

    /** What comes first counts; a folder beside an archive is the archive unpacked. */
    private static void add(SortedMap<String, TomcatContext> contexts, TomcatContext context) {
        TomcatContext before = contexts.putIfAbsent(context.name(), context);
        if (before != null
                && before.directory().endsWith(".war")
                && before.descriptor().isEmpty()) {
            contexts.put(context.name(), context);
        }
    }

    private TomcatContext fromServer(VirtualHost host, Descriptor context) {
        String docBase = variables.resolve(context.element().attribute("docBase"));
        String name = context.element().has("path")
                ? TomcatContext.nameOfPath(context.element().attribute("path"))
                : TomcatContext.nameOf(docBase);
        return context(host, name, directory(host, docBase, name), Optional.of(context), context.evidence());
    }

    private TomcatContext fromFile(VirtualHost host, XmlFile file) {
        String name = TomcatContext.nameOf(file.source().path());
        Optional<Descriptor> element = file.root().child("Context").map(context -> new Descriptor(file, context));
        String docBase = element.map(found -> variables.resolve(found.element().attribute("docBase")))
                .orElse("");
        EvidenceLine evidence =
                element.map(Descriptor::evidence).orElse(file.source().at(0));
        return context(host, name, directory(host, docBase, name), element, evidence);
    }

    private TomcatContext fromFolder(VirtualHost host, String path, EvidenceLine evidence) {
        Optional<Descriptor> element = applicationFiles
                .find(path + "/META-INF/context.xml")
                .map(file -> XmlFile.read(file, facts))
                .flatMap(file -> file.root().child("Context").map(context -> new Descriptor(file, context)));
        return context(host, TomcatContext.nameOf(path), path, element, evidence);
    }

    private TomcatContext context(
            VirtualHost host, String name, String directory, Optional<Descriptor> descriptor, EvidenceLine evidence) {
        boolean external = !directory.isEmpty() && !directory.startsWith(absolute(host.appBase()) + "/");
        Optional<WebXml> webXml = applicationFiles
                .find(directory + "/WEB-INF/web.xml")
                .map(file -> new WebXml(XmlFile.read(file, facts)));
        return new TomcatContext(host.engine(), host.name(), name, directory, external, descriptor, webXml, evidence);
    }

    /** Where the application lies: its docBase, or what has its name in the host's folder; empty if that is not there. */
    private String directory(VirtualHost host, String docBase, String name) {
        String folder = absolute(host.appBase());
        if (!docBase.isEmpty()) {
            return docBase.startsWith("/") ? docBase : folder + "/" + docBase;
        }
        String path = folder + "/" + name;
        return listing.deployments().containsKey(path)
                ? path
                : listing.deployments().containsKey(path + ".war") ? path + ".war" : "";
    }

    private String absolute(String path) {
        return path.startsWith("/") ? path : base + "/" + path;
    }
}
