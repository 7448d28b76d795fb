package dev.slipway.report;

import dev.slipway.facts.Fact;
import dev.slipway.facts.Jvm;
import java.util.ArrayList;
import java.util.List;

/**
 * A Java virtual machine with its options.
 *
 * @param jvmTitle which process it is
 */
record JvmCard(String jvmTitle, List<Property> jvmProperties, Table flags) {

    static List<JvmCard> of(List<Jvm> jvms, Words words) {
        List<JvmCard> cards = new ArrayList<>();
        for (Jvm jvm : jvms) {
            String title =
                    words.say(jvm.workload().isEmpty() ? "jvm-title-alone" : "jvm-title", jvm.pid(), jvm.workload());
            cards.add(new JvmCard(title, properties(jvm, words), flags(jvm, cards.size() + 1, words)));
        }
        return cards;
    }

    private static List<Property> properties(Jvm jvm, Words words) {
        return Property.present(List.of(
                property("version", version(jvm, words), words),
                property("home", Part.fact(jvm.home(), home -> home, words).asCode(), words),
                property("main", Part.fact(jvm.mainClass(), main -> main, words).asCode(), words),
                property("heap", heap(jvm, words), words),
                property("used", Part.fact(jvm.usedHeapBytes(), Amount::bytes, words), words),
                property("metaspace", Part.fact(jvm.metaspaceBytes(), Amount::bytes, words), words),
                property("gc", Part.fact(jvm.gc(), gc -> gc, words), words),
                property("threads", Part.fact(jvm.peakThreads(), threads -> Amount.whole(threads), words), words),
                property("agents", Part.code(String.join("\n", jvm.agents())), words),
                property("jmx", Part.plain(port(jvm.jmxPort())), words),
                property("debug", Part.plain(port(jvm.debugPort())), words),
                property("gc-log", Part.code(jvm.gcLog()), words),
                property("heap-dump", Part.code(jvm.heapDumpPath()), words),
                property("native", nativeLibraries(jvm.nativeLibraries(), words), words),
                property("sources", Part.plain(String.join(", ", jvm.flagSources())), words)));
    }

    private static Property property(String key, Part value, Words words) {
        return Property.of(words.say("jvm-" + key), value);
    }

    private static Part version(Jvm jvm, Words words) {
        return Part.fact(
                jvm.version(),
                version -> version
                        + jvm.machine().map(machine -> " " + machine).orElse("")
                        + jvm.vendor().map(vendor -> ", " + vendor).orElse(""),
                words);
    }

    private static Part heap(Jvm jvm, Words words) {
        return Part.fact(
                jvm.maxHeapBytes(),
                bytes -> jvm.maxHeapSet().is(false)
                        ? words.say("jvm-heap-default", Amount.bytes(bytes))
                        : Amount.bytes(bytes),
                words);
    }

    private static Part nativeLibraries(Fact<List<String>> libraries, Words words) {
        return Part.fact(libraries, list -> String.join("\n", list), words).asCode();
    }

    private static String port(int port) {
        return port == 0 ? "" : String.valueOf(port);
    }

    private static Table flags(Jvm jvm, int number, Words words) {
        Table.Builder table = Table.named("flags-" + number, words)
                .withWordsOf("flags")
                .text("flag")
                .text("kind")
                .note(jvm.flags().reason());
        jvm.flags().orElse(List.of()).forEach(flag -> table.row(Part.code(flag), words.say("flag-" + kind(flag))));
        return table.build();
    }

    private static String kind(String flag) {
        if (flag.startsWith("-D")) {
            return "property";
        } else if (flag.startsWith("-XX:")) {
            return "advanced";
        } else if (flag.startsWith("-javaagent") || flag.startsWith("-agent")) {
            return "agent";
        } else if (flag.startsWith("--")) {
            return "module";
        }
        return flag.startsWith("-X") ? "extra" : "standard";
    }
}
