package dev.slipway.parse;

import dev.slipway.facts.JvmBuilder;
import dev.slipway.jvm.JavaOption;
import dev.slipway.jvm.JavaOptions;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What options say about looking into a virtual machine: agents, remote management, debugging, logs and dumps. */
final class JvmDiagnostics {
    private JvmDiagnostics() {}

    static void add(JvmBuilder jvm, JavaOptions options) {
        jvm.agents(Stream.of("-javaagent:", "-agentpath:", "-agentlib:")
                .flatMap(prefix -> options.values(prefix).stream())
                .map(agent -> agent.split("[=,]", 2)[0])
                .toList());
        jvm.jmxPort(port(options.property("com.sun.management.jmxremote.port").orElse("")));
        jvm.debugPort(Stream.of("-agentlib:jdwp=", "-Xrunjdwp:")
                .flatMap(prefix -> options.values(prefix).stream())
                .flatMap(settings -> Stream.of(settings.split(",")))
                .filter(setting -> setting.startsWith("address="))
                .map(setting -> port(setting.substring(Math.max("address=".length(), setting.lastIndexOf(':') + 1))))
                .findFirst()
                .orElse(0));
        jvm.gcLog(gcLog(options).orElse(""));
        jvm.heapDumpPath(options.find("HeapDumpPath").map(JavaOption::value).orElse(""));
    }

    private static int port(String text) {
        return text.matches("\\d{1,5}") ? Integer.parseInt(text) : 0;
    }

    private static Optional<String> gcLog(JavaOptions options) {
        return Stream.of("-Xloggc:", "-Xverbosegclog:")
                .flatMap(prefix -> options.values(prefix).stream())
                .map(value -> value.split(",", 2)[0])
                .findFirst()
                .or(() -> options.values("-Xlog:").stream()
                        .flatMap(value -> unifiedLog(value).stream())
                        .findFirst());
    }

    /** The file of {@code gc*:file=/var/log/gc.log:time:filecount=5}, whose messages are the collector's. */
    private static Optional<String> unifiedLog(String value) {
        List<String> parts = List.of(value.split(":", 3));
        String what = parts.get(0);
        if (parts.size() < 2 || !(what.startsWith("gc") || what.contains(",gc") || what.contains("all"))) {
            return Optional.empty();
        }
        String output = parts.get(1);
        boolean stream = output.isEmpty() || output.equals("stdout") || output.equals("stderr");
        return stream ? Optional.empty() : Optional.of(output.replace("\"", "").replaceFirst("^file=", ""));
    }
}
