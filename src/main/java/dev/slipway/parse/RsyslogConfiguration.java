package dev.slipway.parse;

import dev.slipway.facts.EvidenceLine;
import dev.slipway.parse.RsyslogStatement.Branch;
import dev.slipway.parse.RsyslogStatement.CallRuleset;
import dev.slipway.parse.RsyslogStatement.Conditional;
import dev.slipway.parse.RsyslogStatement.Configured;
import dev.slipway.parse.RsyslogStatement.Directive;
import dev.slipway.parse.RsyslogStatement.Unread;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** rsyslog's whole configuration: the main file with everything that it includes, put in where it is included. */
final class RsyslogConfiguration {
    private static final int MAX_INCLUDES_IN_INCLUDES = 10;

    private final List<RsyslogStatement> statements;
    private final SortedMap<String, String> templates = new TreeMap<>();
    private final SortedMap<String, String> outputChannels = new TreeMap<>();
    private final SortedSet<String> usedRulesets = new TreeSet<>();

    private RsyslogConfiguration(List<RsyslogStatement> statements) {
        this.statements = List.copyOf(statements);
        RsyslogStatement.flatten(statements).forEach(this::note);
    }

    /** Reads the main file and what it includes; the paths go to the findings, as does what was not understood. */
    static RsyslogConfiguration load(SourceFile main, HostFiles files, SyslogFindings findings) {
        return new RsyslogConfiguration(new Loader(files, findings).load(main, 0));
    }

    /** The statements in the order of their effect. */
    List<RsyslogStatement> statements() {
        return statements;
    }

    /** Whether an input, a call or the default reaches this set of rules. */
    boolean uses(String ruleset) {
        return usedRulesets.contains(ruleset);
    }

    /** What {@code $outchannel} says behind the name: {@code /path,size,command}; empty if there is no such channel. */
    String outputChannel(String name) {
        return outputChannels.getOrDefault(name, "");
    }

    private void note(RsyslogStatement statement) {
        if (statement instanceof CallRuleset call) {
            usedRulesets.add(call.ruleset());
        } else if (statement instanceof Directive directive) {
            note(directive);
        } else if (statement instanceof Configured configured) {
            note(configured);
        }
    }

    private void note(Directive directive) {
        String name = directive.name();
        if (name.equals("defaultruleset") || name.endsWith("bindruleset")) {
            usedRulesets.add(directive.value());
        } else if (name.equals("template") || name.equals("outchannel")) {
            int comma = directive.value().indexOf(',');
            if (comma > 0) {
                String key = directive.value().substring(0, comma).strip();
                String value = directive.value().substring(comma + 1).strip();
                (name.equals("template") ? templates : outputChannels).put(key, value);
            }
        }
    }

    private void note(Configured configured) {
        if (configured.name().equals("template") && configured.value("type").equalsIgnoreCase("string")) {
            templates.put(configured.value("name"), configured.value("string"));
        } else if (!configured.name().equals("ruleset")) {
            String bound = configured.value("ruleset") + configured.value("defaultruleset");
            usedRulesets.add(bound);
        }
    }

    /** The path that a template makes, with an asterisk for each property; its name in angle brackets if it is not known. */
    String dynamicPath(String template) {
        String name = template.strip();
        String text = templates.getOrDefault(name, "");
        int from = text.indexOf('/');
        if (from < 0) {
            return "<" + name + ">";
        }
        StringBuilder path = new StringBuilder();
        boolean property = false;
        for (char c : text.substring(from).toCharArray()) {
            if (c == '%') {
                property = !property;
                path.append(property ? "*" : "");
            } else if (c == '"' || c == '\n') {
                break;
            } else if (!property) {
                path.append(c);
            }
        }
        return path.toString().replaceAll("\\*{2,}", "*");
    }

    /** Puts included files in the place where they are included. */
    private static final class Loader {
        private final HostFiles files;
        private final SyslogFindings findings;

        Loader(HostFiles files, SyslogFindings findings) {
            this.files = files;
            this.findings = findings;
        }

        List<RsyslogStatement> load(SourceFile file, int depth) {
            findings.configFiles.add(file.path());
            return expand(RsyslogReader.read(file), depth);
        }

        private List<RsyslogStatement> expand(List<RsyslogStatement> statements, int depth) {
            List<RsyslogStatement> expanded = new ArrayList<>();
            for (RsyslogStatement statement : statements) {
                if (statement instanceof Directive directive && directive.name().equals("includeconfig")) {
                    expanded.addAll(include(directive.value(), false, directive.at(), depth));
                } else if (statement instanceof Configured include
                        && include.name().equals("include")
                        && !include.off("config.enabled")) {
                    boolean optional = include.value("mode").equalsIgnoreCase("optional");
                    expanded.addAll(include(include.value("file"), optional, include.at(), depth));
                } else if (statement instanceof Configured configured) {
                    expanded.add(new Configured(
                            configured.at(),
                            configured.name(),
                            configured.parameters(),
                            expand(configured.body(), depth)));
                } else if (statement instanceof Conditional conditional) {
                    List<Branch> branches = conditional.branches().stream()
                            .map(branch -> new Branch(branch.condition(), expand(branch.body(), depth)))
                            .toList();
                    expanded.add(new Conditional(conditional.at(), branches));
                } else {
                    expanded.add(statement);
                }
            }
            return expanded;
        }

        private List<RsyslogStatement> include(String pattern, boolean optional, EvidenceLine at, int depth) {
            String path = pattern.endsWith("/") ? pattern + "*" : pattern;
            List<SourceFile> found = files.matching(path);
            if (found.isEmpty() && !optional && Glob.isLiteral(path)) {
                findings.missing(path, at);
            }
            List<RsyslogStatement> included = new ArrayList<>();
            for (SourceFile file : found) {
                if (depth >= MAX_INCLUDES_IN_INCLUDES || findings.configFiles.contains(file.path())) {
                    included.add(new Unread(at, "includes " + file.path() + " again"));
                } else {
                    included.addAll(load(file, depth + 1));
                }
            }
            return included;
        }
    }

    /** A name as rsyslog compares it: the part of a module's path that counts. */
    static String moduleName(String text) {
        String name = text.substring(text.lastIndexOf('/') + 1);
        return (name.endsWith(".so") ? name.substring(0, name.length() - 3) : name).toLowerCase(Locale.ROOT);
    }
}
