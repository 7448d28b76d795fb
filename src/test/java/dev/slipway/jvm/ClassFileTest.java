package dev.slipway.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

final class ClassFileTest {

    /** As schedules are annotated. */
    @Retention(RetentionPolicy.RUNTIME)
    @interface Every {
        String cron() default "";

        long rate() default 0;

        TimeUnit unit() default TimeUnit.MILLISECONDS;

        Class<?> type() default Object.class;

        boolean on() default false;

        String[] names() default {};
    }

    /** As several schedules are annotated. */
    @Retention(RetentionPolicy.RUNTIME)
    @interface All {
        Every[] value();
    }

    /** Carries one annotation of each kind. */
    @Every(names = {"a", "b"})
    static final class Sample {
        static final double RATIO = 1.5;
        long ticks = 12_345_678_901L;

        @Every(cron = "0 */2 * * * *", rate = 5, unit = TimeUnit.SECONDS, type = String.class, on = true)
        void settle() {
            ticks++;
        }

        @All({@Every(cron = "say \"hi\""), @Every(rate = 7)})
        String twice() {
            return "a text";
        }
    }

    private static byte[] bytes() throws IOException {
        try (InputStream in = Sample.class.getResourceAsStream("ClassFileTest$Sample.class")) {
            return in.readAllBytes();
        }
    }

    @Test
    void annotations_of_classes_and_methods_are_read_with_their_values() throws IOException {
        ClassFile file = ClassFile.read(bytes()).orElseThrow();

        String place = "dev.slipway.jvm.ClassFileTest$Sample";
        String every = "@dev.slipway.jvm.ClassFileTest$Every";
        assertThat(file.annotations())
                .extracting(Annotation::toString)
                .containsExactly(
                        place + ".settle " + every
                                + "(cron=\"0 */2 * * * *\", on=\"true\", rate=\"5\", type=\"java.lang.String\", unit=\"SECONDS\")",
                        place + ".twice @dev.slipway.jvm.ClassFileTest$All(value=\"\")",
                        place + ".twice " + every + "(cron=\"say \\\"hi\\\"\")",
                        place + ".twice " + every + "(rate=\"7\")",
                        place + " " + every + "(names=\"a,b\")");
        assertThat(file.strings()).containsExactly("a text");
        assertThat(file.usedClasses()).contains(place, "java.lang.Object");
    }

    @Test
    void no_class_is_no_class() throws IOException {
        byte[] bytes = bytes();

        assertThat(ClassFile.read(new byte[0])).isEmpty();
        assertThat(ClassFile.read("PK and more than that".getBytes(java.nio.charset.StandardCharsets.US_ASCII)))
                .isEmpty();
        for (int length = 0; length < bytes.length; length++) {
            assertThat(ClassFile.read(Arrays.copyOf(bytes, length))).isEmpty();
        }
    }

    @Property(tries = 300)
    void damaged_classes_never_throw(@ForAll int place, @ForAll byte value) throws IOException {
        byte[] bytes = bytes();
        bytes[Math.floorMod(place, bytes.length)] = value;

        assertThat(ClassFile.read(bytes).map(ClassFile::name).isPresent()).isIn(true, false);
    }
}
