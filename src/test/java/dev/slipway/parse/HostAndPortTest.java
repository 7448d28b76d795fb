package dev.slipway.parse;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class HostAndPortTest {
    @ParameterizedTest
    @CsvSource({
        "loghost, loghost, 514",
        "loghost:1514, loghost, 1514",
        "10.0.0.5:70000, 10.0.0.5, 514",
        "10.0.0.5:x, 10.0.0.5, 514",
        "[2001:db8::1]:515, 2001:db8::1, 515",
        "[2001:db8::1], 2001:db8::1, 514",
        "2001:db8::1, 2001:db8::1, 514",
        "https://es.example.com:9243/_bulk, es.example.com, 9243",
        "https://user:secret@es/_bulk, es, 514",
        "'', '', 514",
        "[, [, 514",
        ":514, '', 514"
    })
    void takes_addresses_apart(String text, String host, int port) {
        assertThat(HostAndPort.of(text, 514)).isEqualTo(new HostAndPort(host, port));
    }
}
