package dev.slipway.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PerformanceDataTest {

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void numbers_and_texts_are_read_in_both_byte_orders(boolean littleEndian) {
        byte[] file = file(littleEndian);

        PerformanceData data = PerformanceData.parse(file).orElseThrow();

        assertThat(data.values())
                .containsExactly(Map.entry("java.threads.live", "35"), Map.entry("sun.gc.policy.name", "GarbageFirst"));
    }

    @Test
    void other_files_give_nothing() {
        assertThat(PerformanceData.parse(new byte[0])).isEmpty();
        assertThat(PerformanceData.parse("#!/bin/sh\n".repeat(10).getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
    }

    @Test
    void a_damaged_file_gives_what_stands_before_the_damage_and_never_fails() {
        byte[] file = file(true);
        for (int length = 0; length < file.length; length++) {
            PerformanceData.parse(Arrays.copyOf(file, length));
        }
        for (int at = 4; at < file.length; at++) {
            for (byte value : new byte[] {0, 1, -1, 127}) {
                byte[] damaged = file.clone();
                damaged[at] = value;
                PerformanceData.parse(damaged);
            }
        }
        assertThat(PerformanceData.parse(Arrays.copyOf(file, 90)).orElseThrow().values())
                .containsExactly(Map.entry("java.threads.live", "35"));
    }

    /** Names as the releases in the comment show them. */
    @ParameterizedTest
    @CsvSource({
        "GarbageFirst, G1 young collection pauses, G1", // 17, 25
        "GarbageFirst, G1 incremental collections, G1", // 8
        "ParScav:MSC, PSScavenge, Parallel", // 8
        "ParScav:MSC, Parallel young collection pauses, Parallel", // 17, 25
        "Copy:MSC, Copy, Serial", // 8
        "Copy:MSC, Serial young collection pauses, Serial", // 17, 25
        "ParNew:CMS, PCopy, CMS", // 8
        "'', Shenandoah partial, Shenandoah", // 17, 25
        "'', Z concurrent cycle pauses, ZGC", // 17
        "'', ZGC minor collection pauses, ZGC" // 25
    })
    void the_collector_shows_in_its_counters(String policy, String collector, String title) {
        TreeMap<String, String> values = new TreeMap<>();
        values.put("sun.gc.policy.name", policy);
        values.put("sun.gc.collector.0.name", collector);

        assertThat(new PerformanceData(values).collector()).contains(title);
    }

    @Test
    void the_heap_is_the_sum_of_divided_generations_or_the_one_that_may_take_all() {
        TreeMap<String, String> values = new TreeMap<>();
        values.put("sun.gc.generation.0.maxCapacity", "314572824");
        values.put("sun.gc.generation.1.maxCapacity", "314572808");
        values.put("sun.gc.policy.name", "GarbageFirst");
        assertThat(new PerformanceData(values).maxHeapBytes()).contains(314572800L);

        values.put("sun.gc.policy.name", "ParScav:MSC");
        values.put("sun.gc.generation.0.maxCapacity", "104857600");
        values.put("sun.gc.generation.1.maxCapacity", "209715200");
        assertThat(new PerformanceData(values).maxHeapBytes()).contains(314572800L);
    }

    @Test
    void what_is_used_is_added_up_over_the_spaces() {
        TreeMap<String, String> values = new TreeMap<>();
        values.put("sun.gc.generation.0.space.0.used", "100");
        values.put("sun.gc.generation.0.space.1.used", "20");
        values.put("sun.gc.generation.1.space.0.used", "3");
        values.put("sun.gc.generation.2.space.0.used", "4000");

        PerformanceData data = new PerformanceData(values);

        assertThat(data.usedHeapBytes()).contains(123L);
        assertThat(data.metaspaceBytes()).contains(4000L);
        assertThat(new PerformanceData(new TreeMap<>()).usedHeapBytes()).isEmpty();
    }

    /** A file with a number and a text, laid out as HotSpot does. */
    private static byte[] file(boolean littleEndian) {
        ByteBuffer file = ByteBuffer.allocate(32 + 48 + 64);
        file.putInt(0xCAFEC0C0)
                .put((byte) (littleEndian ? 1 : 0))
                .put((byte) 2)
                .put((byte) 0)
                .put((byte) 1);
        file.order(littleEndian ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        file.putInt(144).putInt(0).putLong(7).putInt(32).putInt(2);
        entry(file, 32, 48, "java.threads.live", 'J', 0, 40);
        file.putLong(32 + 40, 35);
        entry(file, 80, 64, "sun.gc.policy.name", 'B', 20, 40);
        file.put(80 + 40, "GarbageFirst".getBytes(StandardCharsets.UTF_8));
        return file.array();
    }

    private static void entry(ByteBuffer file, int at, int length, String name, char type, int vector, int data) {
        file.putInt(at, length).putInt(at + 4, 20).putInt(at + 8, vector).put(at + 12, (byte) type);
        file.putInt(at + 16, data).put(at + 20, name.getBytes(StandardCharsets.UTF_8));
    }
}
