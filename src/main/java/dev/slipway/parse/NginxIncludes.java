package dev.slipway.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Puts what include directives name in their place. */
final class NginxIncludes {
    private static final int MAX_DEPTH = 6;
    private static final int MAX_FILES = 2000;

    private final HostFiles files;
    private final String base;
    private final ConfigurationFacts facts;
    private final SortedMap<String, List<ConfigDirective>> parsed = new TreeMap<>();
    private int opened;

    /** With relative paths beginning in this folder. */
    NginxIncludes(HostFiles files, String base, ConfigurationFacts facts) {
        this.files = files;
        this.base = base;
        this.facts = facts;
    }

    /** The directives of a file and of all that it includes. */
    List<ConfigDirective> read(SourceFile main) {
        return expand(parsed(main), 1);
    }

    /** Whether this file was read or included so far. */
    boolean opened(SourceFile file) {
        return parsed.containsKey(file.path());
    }

    private List<ConfigDirective> parsed(SourceFile file) {
        return parsed.computeIfAbsent(file.path(), path -> NginxText.parse(file, facts));
    }

    private List<ConfigDirective> expand(List<ConfigDirective> directives, int depth) {
        List<ConfigDirective> expanded = new ArrayList<>();
        for (ConfigDirective directive : directives) {
            if (directive.is("include")) {
                expanded.addAll(included(directive, depth));
            } else {
                expanded.add(
                        directive.children().isEmpty()
                                ? directive
                                : directive.withChildren(expand(directive.children(), depth)));
            }
        }
        return expanded;
    }

    private List<ConfigDirective> included(ConfigDirective include, int depth) {
        String path = include.argument(0);
        String absolute = path.startsWith("/") ? path : base + "/" + path;
        List<SourceFile> found = files.matching(absolute);
        if (found.isEmpty() && Glob.isLiteral(absolute) && !isTable(path)) {
            facts.add(include.source().unparsed(include.line(), "the included file was not read"));
        }
        List<ConfigDirective> directives = new ArrayList<>();
        for (SourceFile file : found) {
            opened++;
            if (depth >= MAX_DEPTH || opened > MAX_FILES) {
                facts.add(include.source().unparsed(include.line(), "included too deeply"));
                return directives;
            }
            directives.addAll(expand(parsed(file), depth + 1));
        }
        return directives;
    }

    /** Whether the probe leaves this file out: nothing in it differs from host to host. */
    private static boolean isTable(String path) {
        return path.matches(".*(?:mime\\.types|_params|koi-utf|koi-win|win-utf)|fastcgi\\.conf");
    }
}
