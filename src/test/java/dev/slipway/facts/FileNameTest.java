package dev.slipway.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

final class FileNameTest {

    @Test
    void a_simple_name_maps_to_itself() {
        assertThat(Stream.of("shop-01", "a", "10.0.0.11", "a".repeat(63)).map(FileName::of))
                .extracting(FileName::value)
                .containsExactly("shop-01", "a", "10.0.0.11", "a".repeat(63));
    }

    @Test
    void any_other_name_keeps_what_is_safe_and_gets_a_digest() {
        assertThat(Stream.of("Shop_01", "../../etc/passwd", "", "-", "\u5e97\u8217", "a".repeat(64))
                        .map(FileName::of))
                .extracting(FileName::value)
                .containsExactly(
                        "shop-01_653998631ed1c27c5793",
                        "etc-passwd_d170849d7e3d536ecd4d",
                        "x_e3b0c44298fc1c149afb",
                        "x_50370e36b4952b596541",
                        "x_8a1e4f831804cf788c3e",
                        "a".repeat(40) + "_8c31041cae003604e750");
    }

    @Property
    void is_safe_and_different_for_different_names(@ForAll String one, @ForAll String other) {
        assertThat(FileName.of(one).value())
                .matches("[a-z0-9][a-z0-9.-]*(_[0-9a-f]{20})?")
                .hasSizeLessThan(64);
        assertThat(FileName.of(one).equals(FileName.of(other))).isEqualTo(one.equals(other));
    }
}
