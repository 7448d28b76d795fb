package dev.slipway.parse;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a script that starts a program says about it: account, directory, variables and limits. Nothing is run. */
final class ScriptText {
    private static final Pattern REFERENCE = Pattern.compile("\\$(?:\\{([A-Za-z_]\\w*)}|([A-Za-z_]\\w*))");
    private static final Pattern SOURCED =
            Pattern.compile("(?:.*[\\s;&])?(?:\\.|source)\\s+[\"']?(/[A-Za-z0-9._/-]+).*");
    private static final Pattern EXPORTED = Pattern.compile("\\s*export\\s+([A-Za-z_]\\w*)=.*");
    private static final Pattern DIRECTORY =
            Pattern.compile("\\s*(?:cd|pushd)\\s+[\"']?(/[^\\s\"';&|]*|\\$\\{?\\w+}?[^\\s\"';&|]*).*");
    private static final Pattern OPEN_FILES = Pattern.compile(".*\\bulimit\\s+(?:-[HS]+\\s+)?-S?n\\s+(\\d{1,9}).*");
    private static final Pattern OUTPUT =
            Pattern.compile(".*[^&12\\s]\\s*1?>>?\\s*[\"']?(/[^\\s\"';&|]+|\\$[^\\s\"';&|]+).*");
    private static final Pattern LIBRARY =
            Pattern.compile(".*/(?:init-functions|functions|rc\\.status)|(?:/usr)?/lib/.*");
    private static final int MAX_ROUNDS = 5;

    private final List<String> lines;
    private final SortedMap<String, String> variables = new TreeMap<>();

    ScriptText(String name, List<String> lines) {
        // What is behind a hash is remarks, and no line of a script that matters is longer.
        this.lines = lines.stream()
                .filter(line -> line.length() < 1000 && !line.strip().startsWith("#"))
                .toList();
        variables.put("SVCNAME", name);
        variables.put("RC_SVCNAME", name);
        ShellText.parse(String.join("\n", this.lines)).entries().forEach(entry -> {
            String value = entry.value().matches("`?\\$?\\(?basename.*") ? name : entry.value();
            if (!value.isEmpty()) {
                variables.putIfAbsent(entry.key(), value);
            }
        });
    }

    /** The value of a variable with those in it put in; empty if it is not set. */
    String variable(String name) {
        return expand(variables.getOrDefault(name, ""));
    }

    /** The first of these variables that is set to something. */
    String variable(List<String> names) {
        return names.stream()
                .map(this::variable)
                .filter(value -> !value.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** The account that the program runs as; empty if the script does not change it. */
    Optional<String> user() {
        return lines.stream()
                .flatMap(line -> LaunchUser.in(line).stream())
                .map(this::expand)
                .filter(name -> name.matches("[A-Za-z_][A-Za-z0-9_.-]*"))
                .findFirst();
    }

    List<String> sourced() {
        return lines.stream()
                .map(SOURCED::matcher)
                .filter(Matcher::matches)
                .map(found -> found.group(1))
                .filter(path -> !LIBRARY.matcher(path).matches())
                .distinct()
                .toList();
    }

    SortedMap<String, String> exported() {
        SortedMap<String, String> exported = new TreeMap<>();
        lines.stream()
                .map(EXPORTED::matcher)
                .filter(Matcher::matches)
                .map(found -> found.group(1))
                .forEach(name -> exported.put(name, variable(name)));
        return exported;
    }

    /** The directory that it changes to first. */
    String directory() {
        return first(DIRECTORY)
                .map(this::expand)
                .filter(path -> path.startsWith("/"))
                .orElse("");
    }

    long openFiles() {
        return first(OPEN_FILES).map(Long::parseLong).orElse(0L);
    }

    /** The file that output goes to. */
    String output() {
        return lines.stream()
                .map(OUTPUT::matcher)
                .filter(Matcher::matches)
                .map(found -> expand(found.group(1)))
                .filter(path -> path.startsWith("/") && !path.endsWith(".pid"))
                .findFirst()
                .orElse("");
    }

    private Optional<String> first(Pattern pattern) {
        return lines.stream()
                .map(pattern::matcher)
                .filter(Matcher::matches)
                .map(found -> found.group(1))
                .findFirst();
    }

    /** The text with the variables that the script sets; others stay as they are. */
    String expand(String text) {
        String expanded = text;
        for (int round = 0; round < MAX_ROUNDS && expanded.indexOf('$') >= 0 && expanded.length() < 4096; round++) {
            Matcher reference = REFERENCE.matcher(expanded);
            expanded = reference.replaceAll(found -> {
                String name = found.group(1) == null ? found.group(2) : found.group(1);
                return Matcher.quoteReplacement(variables.getOrDefault(name, found.group()));
            });
        }
        return expanded;
    }
}
