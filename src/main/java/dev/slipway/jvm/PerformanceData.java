package dev.slipway.jvm;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Counters that HotSpot publishes in {@code hsperfdata_USER/PID}.
 *
 * @param values name to value as text: {@code sun.gc.policy.name} to {@code GarbageFirst}
 */
public record PerformanceData(SortedMap<String, String> values) {
    private static final int MAGIC = 0xCAFEC0C0;
    private static final int HEADER_LENGTH = 32;
    private static final int ENTRY_HEADER_LENGTH = 20;

    public PerformanceData {
        values = new TreeMap<>(values);
    }

    /** The counters in the file's bytes; empty if they are not of its form. What is damaged ends the reading. */
    public static Optional<PerformanceData> parse(byte[] bytes) {
        if (bytes.length < HEADER_LENGTH || ByteBuffer.wrap(bytes).getInt() != MAGIC) {
            return Optional.empty();
        }
        ByteBuffer buffer =
                ByteBuffer.wrap(bytes).order(bytes[4] == 1 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        TreeMap<String, String> values = new TreeMap<>();
        int offset = buffer.getInt(24);
        int left = buffer.getInt(28);
        while (left-- > 0 && offset >= HEADER_LENGTH && offset <= bytes.length - ENTRY_HEADER_LENGTH) {
            int length = buffer.getInt(offset);
            if (length < ENTRY_HEADER_LENGTH || length > bytes.length - offset) {
                break;
            }
            entry(buffer, offset, length, values);
            offset += length;
        }
        return Optional.of(new PerformanceData(values));
    }

    private static void entry(ByteBuffer buffer, int offset, int length, SortedMap<String, String> values) {
        int nameStart = buffer.getInt(offset + 4);
        int vectorLength = buffer.getInt(offset + 8);
        char type = (char) buffer.get(offset + 12);
        int dataStart = buffer.getInt(offset + 16);
        if (nameStart < ENTRY_HEADER_LENGTH || nameStart >= length || dataStart < 0 || dataStart > length) {
            return;
        }
        String name = text(buffer, offset + nameStart, length - nameStart);
        if (vectorLength == 0 && type == 'J' && dataStart <= length - Long.BYTES) {
            values.put(name, String.valueOf(buffer.getLong(offset + dataStart)));
        } else if (vectorLength > 0 && type == 'B') {
            values.put(name, text(buffer, offset + dataStart, Math.min(vectorLength, length - dataStart)));
        }
    }

    private static String text(ByteBuffer buffer, int from, int maxLength) {
        int length = 0;
        while (length < maxLength && buffer.get(from + length) != 0) {
            length++;
        }
        byte[] bytes = new byte[length];
        buffer.get(from, bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** The value of a counter; empty if it is not there. */
    public Optional<String> find(String name) {
        return Optional.ofNullable(values.get(name)).filter(value -> !value.isEmpty());
    }

    /** The number that a counter holds; empty if it is not there or no number. */
    public Optional<Long> number(String name) {
        return find(name).filter(value -> value.matches("-?\\d{1,18}")).map(Long::parseLong);
    }

    /** The collector in use. */
    public Optional<String> collector() {
        List<String> names = values.entrySet().stream()
                .filter(entry -> entry.getKey().matches("sun\\.gc\\.collector\\.\\d+\\.name"))
                .map(Map.Entry::getValue)
                .toList();
        Optional<Collector> collector = Collector.ofCounters(values.getOrDefault("sun.gc.policy.name", ""), names);
        if (collector.isEmpty() && "Heap".equals(values.get("sun.gc.generation.1.name"))) {
            return Optional.of(Collector.EPSILON.title());
        }
        return collector
                .or(() -> wholeHeapGeneration() ? Optional.of(Collector.ZGC) : Optional.empty())
                .map(Collector::title);
    }

    private boolean wholeHeapGeneration() {
        return values.containsKey("sun.gc.generation.1.maxCapacity")
                && "space".equals(values.get("sun.gc.generation.1.space.0.name"))
                && !values.containsKey("sun.gc.policy.name");
    }

    /** What the heap may grow to, in bytes. */
    public Optional<Long> maxHeapBytes() {
        Optional<Long> old = number("sun.gc.generation.1.maxCapacity");
        // Where the heap is not divided for good, each generation may become all of it.
        boolean divided = collector()
                .map(name -> List.of("Serial", "Parallel", "CMS", "ParNew").contains(name))
                .orElse(false);
        Optional<Long> sum = divided
                ? old.flatMap(bytes -> number("sun.gc.generation.0.maxCapacity").map(young -> young + bytes))
                : old;
        // Some releases count a few bytes more than the heap has.
        return sum.map(bytes -> bytes & -1024L).filter(bytes -> bytes > 0);
    }

    /** What the heap holds now, in bytes. */
    public Optional<Long> usedHeapBytes() {
        List<Long> used = values.keySet().stream()
                .filter(name -> name.matches("sun\\.gc\\.generation\\.[01]\\.space\\.\\d+\\.used"))
                .flatMap(name -> number(name).stream())
                .toList();
        return used.isEmpty()
                ? Optional.empty()
                : Optional.of(used.stream().mapToLong(Long::longValue).sum());
    }

    /** What classes take outside of the heap, in bytes; before Java 8 the permanent generation. */
    public Optional<Long> metaspaceBytes() {
        return number("sun.gc.metaspace.used").or(() -> number("sun.gc.generation.2.space.0.used"));
    }
}
