package dev.slipway.parse;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class HexAddressTest {

    @ParameterizedTest
    @CsvSource({
        "0100007F, 127.0.0.1",
        "0B01A8C0, 192.168.1.11",
        "00000000, 0.0.0.0",
        "00000000000000000000000000000000, ::",
        "00000000000000000000000001000000, ::1",
        "0000000000000000FFFF00000100007F, 127.0.0.1",
        "000080FE00000000FF565002A0E8C6FE, fe80::250:56ff:fec6:e8a0",
        "B80D0120000000000000000001000000, 2001:db8::1",
        "B80D0120010000000000000000000100, 2001:db8:0:1::1:0",
        "B80D0120010002000300040005000600, 2001:db8:2:1:4:3:6:5",
    })
    void little_endian_machines(String hex, String address) {
        assertThat(HexAddress.parse(hex, false)).contains(address);
    }

    @ParameterizedTest
    @CsvSource({
        "7F000001, 127.0.0.1",
        "00000000000000000000000000000001, ::1",
        "20010DB8000000000000000000000001, 2001:db8::1",
        "00000000000000000000FFFFC0A8010B, 192.168.1.11",
    })
    void big_endian_machines(String hex, String address) {
        assertThat(HexAddress.parse(hex, true)).contains(address);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0100007", "0100007G", "0100007F0100007F", "000000000000000000000000000000000"})
    void anything_else_is_no_address(String hex) {
        assertThat(HexAddress.parse(hex, false)).isEmpty();
    }
}
