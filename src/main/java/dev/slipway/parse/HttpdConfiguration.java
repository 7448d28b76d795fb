package dev.slipway.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One configuration of the Apache HTTP server in force: what it includes in its place, conditions decided as far as the loaded
 * modules decide them, variables with their values.
 */
final class HttpdConfiguration {
    private static final int MAX_DEPTH = 8;
    private static final int MAX_FILES = 2000;
    private static final int MAX_VALUE = 4096;
    private static final List<String> BUILT_IN =
            List.of("core_module", "so_module", "http_module", "log_config_module", "unixd_module", "version_module");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]*)}");
    private static final Pattern EXPORT =
            Pattern.compile("\\s*(?:export\\s+)?([A-Za-z_][A-Za-z0-9_]*)=[\"']?([^\"'\\s$]*)(?:\\$\\w+)?[\"']?\\s*");

    private final HostFiles files;
    private final ConfigurationFacts facts;
    private final String base;
    private final SortedMap<String, String> variables = new TreeMap<>();
    private final SortedSet<String> modules = new TreeSet<>();
    private final SortedMap<String, List<ConfigDirective>> parsed = new TreeMap<>();
    private int opened;

    HttpdConfiguration(SourceFile main, HostFiles files, ConfigurationFacts facts) {
        this.files = files;
        this.facts = facts;
        this.base = root(main);
        files.all().stream()
                .filter(file -> file.path().endsWith("/envvars") || file.path().startsWith("/etc/sysconfig/"))
                .forEach(this::exports);
    }

    /** ServerRoot, or the folder that the layout tells. */
    private String root(SourceFile main) {
        String folder = main.path().substring(0, Math.max(0, main.path().lastIndexOf('/')));
        String usual = folder.endsWith("/conf") ? folder.substring(0, folder.length() - "/conf".length()) : folder;
        return HttpdText.parse(main, new ConfigurationFacts()).stream()
                .filter(directive ->
                        directive.is("serverroot") && directive.argument(0).startsWith("/"))
                .map(directive -> directive.argument(0))
                .reduce((first, second) -> second)
                .orElse(usual);
    }

    private void exports(SourceFile file) {
        for (String line : file.lines()) {
            Matcher export = EXPORT.matcher(line.length() > MAX_VALUE ? "" : line);
            if (export.matches()) {
                variables.putIfAbsent(export.group(1), export.group(2));
            }
        }
    }

    /** All directives in force. */
    List<ConfigDirective> read(SourceFile main) {
        List<ConfigDirective> all = expand(parsed(main), 1);
        ConfigDirective.all(all).stream()
                .filter(directive -> directive.is("loadmodule"))
                .forEach(directive -> modules.add(directive.argument(0)));
        return decide(all);
    }

    /** Whether this file was read or included so far. */
    boolean opened(SourceFile file) {
        return parsed.containsKey(file.path());
    }

    boolean hasModule(String name) {
        return modules.contains(name);
    }

    /** A path, absolute: relative ones begin in ServerRoot. */
    String absolute(String path) {
        return path.startsWith("/") || path.startsWith("|") || path.startsWith("syslog") ? path : base + "/" + path;
    }

    private List<ConfigDirective> parsed(SourceFile file) {
        return parsed.computeIfAbsent(file.path(), path -> HttpdText.parse(file, facts));
    }

    private List<ConfigDirective> expand(List<ConfigDirective> directives, int depth) {
        List<ConfigDirective> expanded = new ArrayList<>();
        for (ConfigDirective written : directives) {
            ConfigDirective directive = resolved(written);
            if (directive.is("define") && directive.arguments().size() == 2) {
                variables.put(directive.argument(0), directive.argument(1));
            } else if (directive.is("include") || directive.is("includeoptional")) {
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
        String path = absolute(include.argument(0));
        List<SourceFile> found = Stream.concat(
                        files.matching(path).stream(), files.matching(path.replaceFirst("/$", "") + "/*").stream())
                .toList();
        if (found.isEmpty() && include.is("include") && Glob.isLiteral(path)) {
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

    private ConfigDirective resolved(ConfigDirective directive) {
        return directive.arguments().stream().noneMatch(argument -> argument.contains("${"))
                ? directive
                : new ConfigDirective(
                        directive.name(),
                        directive.arguments().stream().map(this::resolved).toList(),
                        directive.children(),
                        directive.source(),
                        directive.line());
    }

    private String resolved(String argument) {
        Matcher variable = VARIABLE.matcher(argument.length() > MAX_VALUE ? "" : argument);
        String value = variable.replaceAll(match -> Matcher.quoteReplacement(
                Optional.ofNullable(variables.get(match.group(1))).orElse(match.group())));
        return argument.length() > MAX_VALUE || value.length() > MAX_VALUE ? argument : value;
    }

    /** The directives inside of conditions in their place, where the condition holds. */
    private List<ConfigDirective> decide(List<ConfigDirective> directives) {
        List<ConfigDirective> decided = new ArrayList<>();
        for (ConfigDirective directive : directives) {
            switch (directive.name()) {
                case "ifmodule" -> decided.addAll(holds(directive) ? decide(directive.children()) : List.of());
                case "ifdefine" -> decided.addAll(defined(directive) ? decide(directive.children()) : List.of());
                case "ifversion", "iffile", "ifdirective", "ifsection", "requireall", "requireany" ->
                    decided.addAll(decide(directive.children()));
                default ->
                    decided.add(
                            directive.children().isEmpty()
                                    ? directive
                                    : directive.withChildren(decide(directive.children())));
            }
        }
        return decided;
    }

    /** What is compiled in cannot be told, so a module that is not loaded counts only where none of its kind is. */
    private boolean holds(ConfigDirective condition) {
        String name = condition.argument(0).toLowerCase(Locale.ROOT);
        boolean not = name.startsWith("!");
        String module =
                name.replaceFirst("^!", "").replaceFirst("\\.c(?:pp)?$", "").replaceFirst("^mod_", "");
        String symbol = module.endsWith("_module") ? module : module + "_module";
        boolean loaded = modules.isEmpty() || modules.contains(symbol) || BUILT_IN.contains(symbol);
        return not != loaded;
    }

    private boolean defined(ConfigDirective condition) {
        String name = condition.argument(0);
        return name.startsWith("!") ? !variables.containsKey(name.substring(1)) : variables.containsKey(name);
    }
}
