package dev.slipway.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What syslog-ng does with messages: only sources and destinations that a log path names are alive. */
final class SyslogNgRules {
    private static final int MAX_INCLUDES = 200;
    private static final String FOLDER = "/etc/syslog-ng/";

    private final HostFiles files;
    private final SyslogFindings findings;
    private final SyslogNgDrivers drivers;
    private final SortedMap<String, String> defines = new TreeMap<>();
    private final SortedMap<String, List<SyslogNgTerm>> sources = new TreeMap<>();
    private final SortedMap<String, List<SyslogNgTerm>> destinations = new TreeMap<>();
    private final SortedSet<String> seenSources = new TreeSet<>();
    private final SortedSet<String> exhausted = new TreeSet<>();
    private final List<SyslogNgTerm> logs = new ArrayList<>();

    private SyslogNgRules(HostFiles files, SyslogFindings findings) {
        this.files = files;
        this.findings = findings;
        this.drivers = new SyslogNgDrivers(findings, defines);
    }

    /** Adds what the configuration that begins with this file does. */
    static void read(SourceFile main, HostFiles files, SyslogFindings findings) {
        SyslogNgRules rules = new SyslogNgRules(files, findings);
        rules.load(main);
        rules.logs.forEach(log -> rules.path(log.body(), "", new Path(List.of(), List.of())));
    }

    /**
     * What a message has met on its way.
     *
     * @param sources names of the sources it may come from
     * @param filters names of the filters it passed
     */
    private record Path(List<String> sources, List<String> filters) {
        Path {
            sources = List.copyOf(sources);
            filters = List.copyOf(filters);
        }

        String selector() {
            return Stream.concat(sources.stream(), filters.stream()).collect(Collectors.joining(" "));
        }
    }

    private void load(SourceFile file) {
        findings.configFiles.add(file.path());
        List<SyslogNgTerm> terms = SyslogNgReader.read(file, findings);
        for (int i = 0; i < terms.size(); i++) {
            SyslogNgTerm term = terms.get(i);
            SyslogNgTerm next = i + 1 < terms.size() ? terms.get(i + 1) : term;
            switch (term.text()) {
                case "source" -> i += named(sources, next);
                case "destination" -> i += named(destinations, next);
                case "log" -> logs.add(term);
                case "filter", "parser", "rewrite", "template", "template_function" -> i++;
                case "block" -> i += 2;
                case "@include" -> term.arguments().forEach(argument -> include(argument));
                case "include" -> {
                    include(next);
                    i++;
                }
                case "@define" -> define(term);
                case "options", "@version", "@module", "@requires" -> {}
                default -> findings.unparsed(term.at(), "not a statement of syslog-ng");
            }
        }
    }

    private static int named(SortedMap<String, List<SyslogNgTerm>> all, SyslogNgTerm term) {
        all.put(term.text(), term.body());
        return 1;
    }

    private void define(SyslogNgTerm term) {
        if (term.arguments().size() > 1) {
            defines.put(term.arguments().get(0).text(), term.arguments().get(1).text());
        }
    }

    private void include(SyslogNgTerm name) {
        String path = name.text().startsWith("/") ? name.text() : FOLDER + name.text();
        List<SourceFile> found = new ArrayList<>(files.matching(path));
        found.addAll(files.matching((path.endsWith("/") ? path : path + "/") + "*"));
        for (SourceFile file : found) {
            if (findings.configFiles.contains(file.path()) || findings.configFiles.size() > MAX_INCLUDES) {
                findings.unparsed(name.at(), "includes " + file.path() + " again");
            } else {
                load(file);
            }
        }
        // syslog-ng's own library defines drivers, it sends nothing anywhere by itself.
        if (found.isEmpty() && Glob.isLiteral(path) && !name.text().equals("scl.conf")) {
            findings.missing(path, name.at());
        }
    }

    /** Follows the terms of a log path from left to right. */
    private void path(List<SyslogNgTerm> terms, String label, Path around) {
        List<String> from = new ArrayList<>(around.sources());
        List<String> filters = new ArrayList<>(around.filters());
        filters.addAll(label.isEmpty() ? List.of() : List.of(label));
        for (SyslogNgTerm term : terms) {
            Path here = new Path(from, filters);
            switch (term.text()) {
                case "source" -> from.add(source(term));
                case "filter" -> filters.add(term.hasBody() ? "filter" : term.value());
                case "destination" -> destination(term, here);
                case "log", "channel", "junction", "else" -> path(term.body(), "", here);
                case "if", "elif" -> path(term.body(), condition(term), here);
                default -> {}
            }
        }
        if (label.isEmpty() && filters.isEmpty() && isFinal(terms)) {
            exhausted.addAll(from);
        }
    }

    private String source(SyslogNgTerm term) {
        String name = term.hasBody() ? "source" : term.value();
        List<SyslogNgTerm> body = term.hasBody() ? term.body() : sources.getOrDefault(name, List.of());
        if (term.hasBody() || seenSources.add(name)) {
            body.forEach(drivers::input);
        }
        return name;
    }

    private void destination(SyslogNgTerm term, Path path) {
        List<SyslogNgTerm> body = term.hasBody() ? term.body() : destinations.getOrDefault(term.value(), List.of());
        boolean dead = !path.sources().isEmpty() && exhausted.containsAll(path.sources());
        if (dead) {
            findings.unparsed(term.at(), "no message comes here: a log path before is final");
        } else if (body.isEmpty() && !destinations.containsKey(term.value()) && !term.hasBody()) {
            findings.unparsed(term.at(), "the destination " + term.value() + " is not defined");
        } else {
            body.forEach(driver -> drivers.output(driver, path.selector()));
        }
    }

    private static boolean isFinal(List<SyslogNgTerm> terms) {
        return terms.stream()
                .filter(term -> term.is("flags"))
                .flatMap(term -> term.arguments().stream())
                .anyMatch(flag -> flag.is("final"));
    }

    private static String condition(SyslogNgTerm term) {
        return term.arguments().stream()
                .map(argument -> argument.arguments().isEmpty()
                        ? argument.text()
                        : argument.text() + "(" + argument.value() + ")")
                .reduce(term.text(), (a, b) -> a + " " + b);
    }
}
