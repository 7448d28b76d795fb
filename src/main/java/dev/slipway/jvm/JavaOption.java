package dev.slipway.jvm;

import java.util.List;

/**
 * An option of the virtual machine.
 *
 * @param text as written: {@code -Xmx512m}
 * @param source where it stands: {@code argv}, the name of a variable, or a file's absolute path
 */
public record JavaOption(String text, String source) {
    private static final List<String> VALUE_FOLLOWS_DIRECTLY =
            List.of("-Xmx", "-Xms", "-Xmn", "-Xss", "-Xmso", "-Xmaxjitcodesize", "-Xgcpolicy:", "-Xgcthreads");

    /** Options of which each occurrence counts, not only the last. */
    private static final List<String> CUMULATIVE = List.of(
            "-javaagent:",
            "-agentlib:",
            "-agentpath:",
            "-Xrun",
            "-Xlog:",
            "-Xbootclasspath",
            "-verbose",
            "-XX:Flags=",
            "-XX:VMOptionsFile=",
            "-XX:OnOutOfMemoryError=",
            "-XX:OnError=",
            "--add-opens",
            "--add-exports",
            "--add-reads",
            "--add-modules",
            "--patch-module",
            "--enable-native-access");

    /** Two options with the same key replace one another; the later one holds. */
    public String key() {
        String name = text;
        if (CUMULATIVE.stream().anyMatch(text::startsWith)) {
            return text;
        } else if (text.startsWith("-XX:")) {
            name = text.substring("-XX:".length());
            name = name.startsWith("+") || name.startsWith("-") ? name.substring(1) : beforeEquals(name);
            return alias(name);
        } else if (text.startsWith("-D")) {
            return beforeEquals(text);
        }
        for (String prefix : VALUE_FOLLOWS_DIRECTLY) {
            if (text.startsWith(prefix)) {
                return alias(prefix);
            }
        }
        return name;
    }

    /** What follows the {@code =} or the name; empty if nothing does. */
    public String value() {
        for (String prefix : VALUE_FOLLOWS_DIRECTLY) {
            if (text.startsWith(prefix)) {
                return text.substring(prefix.length());
            }
        }
        int equals = text.indexOf('=');
        return equals < 0 ? "" : text.substring(equals + 1);
    }

    private static String beforeEquals(String text) {
        int equals = text.indexOf('=');
        return equals < 0 ? text : text.substring(0, equals);
    }

    private static String alias(String name) {
        return switch (name) {
            case "-Xmx" -> "MaxHeapSize";
            case "-Xms" -> "InitialHeapSize";
            case "-Xmn" -> "MaxNewSize";
            case "-Xss" -> "ThreadStackSize";
            default -> name;
        };
    }
}
