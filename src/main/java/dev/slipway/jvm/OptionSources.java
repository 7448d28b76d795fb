package dev.slipway.jvm;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All places from which a virtual machine took its options.
 *
 * @param command its command line
 * @param environment its variables, as far as they are known
 * @param files text of the files that the command line names, by the name used there
 * @param measured {@code java.rt.vmArgs} of its counters: options of all sources but flag files, in order; empty if not readable
 * @param measuredFlags {@code java.rt.vmFlags} of its counters: options of flag files; empty if not readable
 */
public record OptionSources(
        JavaCommand command,
        SortedMap<String, String> environment,
        SortedMap<String, String> files,
        Optional<String> measured,
        Optional<String> measuredFlags) {

    /** The command line itself. */
    public static final String ARGV = "argv";

    private static final String BEFORE_ARGV = "JAVA_TOOL_OPTIONS";
    private static final String BY_LAUNCHER = "JDK_JAVA_OPTIONS";
    private static final String AFTER_ARGV = "_JAVA_OPTIONS";
    private static final String OPTIONS_FILE = "-XX:VMOptionsFile=";
    private static final String FLAGS_FILE = "-XX:Flags=";

    /** Options that choose a machine; the launcher keeps them to itself. */
    private static final List<String> FOR_LAUNCHER = List.of("-server", "-client", "-d64", "-d32");

    public OptionSources {
        environment = new TreeMap<>(environment);
        files = new TreeMap<>(files);
    }

    /** The options in the order in which the machine applies them. */
    public JavaOptions merge() {
        List<JavaOption> all = new ArrayList<>();
        measuredFlags.ifPresent(flags -> addFlags(flags, FLAGS_FILE, all));
        if (measured.filter(this::whole).isPresent()) {
            attribute(measured.get(), all);
        } else {
            addVariable(BEFORE_ARGV, all);
            addVariable(BY_LAUNCHER, all);
            command.options().forEach(option -> addFromCommand(option, all));
            command.argumentFiles()
                    .forEach(file -> words(files.getOrDefault(file, "")).stream()
                            .filter(word -> word.startsWith("-"))
                            .forEach(word -> all.add(new JavaOption(word, file))));
            addVariable(AFTER_ARGV, all);
        }
        return new JavaOptions(all);
    }

    /** Whether the measured text holds every option of the command line: it is cut after about a thousand characters. */
    private boolean whole(String text) {
        String padded = " " + text + " ";
        return command.options().stream()
                .filter(option -> !FOR_LAUNCHER.contains(option))
                .allMatch(option -> padded.contains(" " + option + " "));
    }

    private void addVariable(String name, List<JavaOption> all) {
        words(environment.getOrDefault(name, "")).stream()
                .filter(word -> word.startsWith("-"))
                .forEach(word -> all.add(new JavaOption(word, name)));
    }

    private void addFromCommand(String option, List<JavaOption> all) {
        all.add(new JavaOption(option, ARGV));
        if (option.startsWith(OPTIONS_FILE)) {
            String file = option.substring(OPTIONS_FILE.length());
            words(files.getOrDefault(file, "")).forEach(word -> all.add(new JavaOption(word, file)));
        } else if (option.startsWith(FLAGS_FILE)) {
            String file = option.substring(FLAGS_FILE.length());
            addFlags(files.getOrDefault(file, ""), file, all);
        }
    }

    private static void addFlags(String text, String source, List<JavaOption> all) {
        words(text).forEach(word -> all.add(new JavaOption("-XX:" + word, source)));
    }

    /** Takes the measured options apart: an option of the command line is known as a whole, another ends before {@code " -"}. */
    private void attribute(String text, List<JavaOption> all) {
        String rest = text.strip();
        while (!rest.isEmpty()) {
            Optional<String> own = ownOption(rest);
            String option = own.orElse(firstOption(rest));
            all.add(new JavaOption(option, own.isPresent() ? ARGV : source(option)));
            rest = rest.substring(option.length()).strip();
        }
    }

    private Optional<String> ownOption(String rest) {
        return command.options().stream()
                .filter(rest::startsWith)
                .filter(option -> rest.length() == option.length() || rest.charAt(option.length()) == ' ')
                .reduce((a, b) -> a.length() >= b.length() ? a : b);
    }

    private static String firstOption(String rest) {
        int end = rest.indexOf(" -");
        return end < 0 ? rest : rest.substring(0, end).stripTrailing();
    }

    private String source(String option) {
        for (String variable : List.of(BEFORE_ARGV, BY_LAUNCHER, AFTER_ARGV)) {
            if (words(environment.getOrDefault(variable, "")).contains(option)) {
                return variable;
            }
        }
        return files.entrySet().stream()
                .filter(file -> words(file.getValue()).contains(option))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(command.argumentFiles().isEmpty() ? "environment" : "argfile");
    }

    /** The words of an options text: separated by blanks and line ends, kept together by quotes; {@code #} begins a comment. */
    static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean inWord = false;
        char quote = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != 0 ? c == quote : c == '"' || c == '\'') {
                quote = quote == 0 ? c : 0;
                inWord = true;
            } else if (quote == 0 && Character.isWhitespace(c)) {
                if (inWord) {
                    words.add(word.toString());
                }
                word.setLength(0);
                inWord = false;
            } else if (quote == 0 && !inWord && c == '#') {
                int end = text.indexOf('\n', i);
                i = end < 0 ? text.length() : end - 1;
            } else {
                word.append(c);
                inWord = true;
            }
        }
        if (inWord) {
            words.add(word.toString());
        }
        return words;
    }
}
