package dev.slipway.parse;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class GlobTest {
    @ParameterizedTest
    @CsvSource({
        "/var/log/*.log, /var/log/a.log, true",
        "/var/log/*.log, /var/log/a/b.log, false",
        "/var/log/*.log, /var/log/access.*.log, true",
        "/var/log/access.*.log, /var/log/*.log, false",
        "/var/log/**/*.log, /var/log/a.log, true",
        "/var/log/**/*.log, /var/log/a/b/c.log, true",
        "/var/**, /var/log/a, true",
        "/var/log/?.log, /var/log/a.log, true",
        "/var/log/?.log, /var/log/ab.log, false",
        "/var/log/[a-c]x, /var/log/bx, true",
        "/var/log/[!a-c]x, /var/log/bx, false",
        "/var/log/[]x, /var/log/[]x, true",
        "/var/log/\\*, /var/log/*, true",
        "/var/log/\\*, /var/log/a, false",
        "'/srv/{a,b{1,2}}/log', /srv/b2/log, true",
        "'/srv/{a,b{1,2}}/log', /srv/b3/log, false",
        "'/srv/{a}/log', '/srv/{a}/log', true",
        "/var//log/, /var/log, true",
        "*a*b*c, xaybzc, true",
        "*a*b*c, xaybzcd, false"
    })
    void matches_as_the_shell_does(String pattern, String path, boolean matches) {
        assertThat(Glob.of(pattern).matches(path)).isEqualTo(matches);
    }

    @Test
    void takes_no_time_for_patterns_made_to_take_long() {
        String stars = "/" + "*a".repeat(120) + "/**/**/**/**/" + "*?".repeat(100);
        String braces = "/" + "{a,b}".repeat(200);
        String path = "/" + "a".repeat(250) + "/a/a/a/a/a/a/" + "a".repeat(255);

        assertTimeoutPreemptively(ofSeconds(2), () -> {
            for (int i = 0; i < 1000; i++) {
                assertThat(Glob.of(stars).matches(path + "b/c")).isFalse();
                assertThat(Glob.of(braces).matches(path)).isFalse();
            }
        });
    }
}
