package dev.slipway.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CronCommandTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = (char) 1,
            quoteCharacter = '`',
            value = {
                // written            ; Debian; cronie; input (/ for a line feed)
                "date +\\%F           ; date +%F          ; date +%F          ; ",
                "mail x%Subject: a%%b ; mail x            ; mail x            ; Subject: a//b/",
                "cat%a%               ; cat               ; cat               ; a/",
                "cat%100\\% of%\\x    ; cat               ; cat               ; 100% of/\\x/",
                "a\\\\b               ; a\\b              ; a\\\\b            ; ",
                "a\\\\%b              ; a\\               ; a\\\\             ; b/",
                "echo \\a \\          ; echo \\a \\       ; echo \\a \\       ; ",
                "x%                   ; x                 ; x                 ; ",
            })
    void ends_the_command_at_the_first_percent_sign(String row) {
        String[] columns = row.split(";", -1);
        String written = columns[0].strip();
        String input = columns[3].strip().replace('/', '\n');

        assertThat(CronCommand.of(written, Flavour.DEBIAN)).isEqualTo(new CronCommand(columns[1].strip(), input));
        assertThat(CronCommand.of(written, Flavour.CRONIE)).isEqualTo(new CronCommand(columns[2].strip(), input));
        assertThat(CronCommand.of(written, Flavour.BUSYBOX)).isEqualTo(new CronCommand(written, ""));
    }
}
