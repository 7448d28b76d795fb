package dev.slipway.jvm;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The options that a virtual machine runs with.
 *
 * @param all in the order in which the machine applies them; a later one replaces an earlier one with the same key
 */
public record JavaOptions(List<JavaOption> all) {

    public JavaOptions {
        all = List.copyOf(all);
    }

    /** Only those that hold, in order: of several with one key the last. */
    public List<JavaOption> effective() {
        TreeMap<String, Integer> last = new TreeMap<>();
        for (int i = 0; i < all.size(); i++) {
            last.put(all.get(i).key(), i);
        }
        return last.values().stream().sorted().map(all::get).toList();
    }

    /** The option that holds for this key: {@code MaxHeapSize} for {@code -Xmx} and its long form, {@code -Dfile.encoding}. */
    public Optional<JavaOption> find(String key) {
        return all.stream().filter(option -> option.key().equals(key)).reduce((a, b) -> b);
    }

    /** The value of a system property; empty if it is not set. */
    public Optional<String> property(String name) {
        return find("-D" + name).map(JavaOption::value);
    }

    /** The number of bytes that an option sets; empty if it is not set or is no size. */
    public Optional<Long> bytes(String key) {
        return find(key).flatMap(option -> MemorySize.parse(option.value()));
    }

    /** Whether a flag is on: {@code UseG1GC}; empty if it is not given. */
    public Optional<Boolean> flag(String name) {
        return find(name).map(option -> option.text().startsWith("-XX:+"));
    }

    /** The values behind options with this beginning, all of them: {@code -javaagent:}. */
    public List<String> values(String prefix) {
        return all.stream()
                .map(JavaOption::text)
                .filter(text -> text.startsWith(prefix))
                .map(text -> text.substring(prefix.length()))
                .distinct()
                .toList();
    }

    /** The collector that an option asks for; empty if none does. */
    public Optional<String> collector() {
        for (Collector collector : Collector.values()) {
            if (flag(collector.flag()).orElse(false)) {
                return Optional.of(collector.title());
            }
        }
        return find("-Xgcpolicy:").map(JavaOption::value);
    }
}
