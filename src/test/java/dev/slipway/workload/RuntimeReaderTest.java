package dev.slipway.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.facts.Workload.Kind;
import dev.slipway.yaml.YamlException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RuntimeReaderTest {
    private static final String GOOD = """
            id: shopd
            title: Shop daemon
            kind: application
            family: native
            recognised:
              - {program: shopd, confidence: 0.8}
              - {port: "4711", confidence: 0.15}
            version:
              - {from: executable, pattern: "shopd-([0-9.]+)"}
            root: [directory of executable]
            ask:
              - probe: shop
                with: [[paths -c, file /etc/shopd.conf]]
            samples:
              - {command: /opt/shopd-1.2/shopd, is: shopd}
            """;

    @Test
    void a_runtime_is_what_its_file_says() {
        Runtime runtime = RuntimeReader.read(GOOD, "runtimes/shopd.yaml", "shopd");

        assertThat(runtime.title()).isEqualTo("Shop daemon");
        assertThat(runtime.kind()).isEqualTo(Kind.APPLICATION);
        assertThat(runtime.generic()).isFalse();
        assertThat(runtime.signals()).extracting(Signal::confidence).containsExactly(0.8, 0.15);
        assertThat(runtime.root()).extracting(View::toString).containsExactly("directory of executable");
        assertThat(runtime.asks().get(0).arguments().get(0))
                .extracting(View::toString)
                .containsExactly("paths -c", "file /etc/shopd.conf");
        assertThat(runtime.samples())
                .singleElement()
                .satisfies(sample -> assertThat(sample.line()).isEqualTo(15));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "id: shopd     | id: shop      | shopd.yaml:1:5: the id is 'shop' but the file is 'shopd.yaml'",
                "title: Shop   | titel: Shop   | shopd.yaml:2:1: nothing is called 'titel'; did you mean 'title'?",
                "kind: applic  | kind: applik  | shopd.yaml:3:7: 'kind' is one of application proxy data container agent system; did you mean 'application'?",
                "program: shopd| progam: shopd | shopd.yaml:6:6: nothing about a process is called 'progam'; did you mean 'program'?",
                "program: shopd| property: x   | shopd.yaml:6:6: 'property' needs a word behind it",
                "shopd, confidence: 0.8 | shopd, confidence: 8 | shopd.yaml:6:34: a confidence is a number between 0 and 1, not 8",
                "shopd, confidence: 0.8 | shopd | shopd.yaml:6:5: a signal has conditions and a confidence",
                "([0-9.]+)     | [0-9.]+       | shopd.yaml:9:33: the pattern has one group, which is the version",
                "([0-9.]+)     | ([0-9.+)      | shopd.yaml:9:33: not a pattern: Unclosed character class",
                "is: shopd     | isNo: shopd   | shopd.yaml:15:37: nothing is called 'isNo'; did you mean 'isNot'?",
                ", is: shopd   | ,             | shopd.yaml:15:5: a sample says either 'is' or 'isNot'",
            })
    void a_mistake_is_shown_where_it_stands(String good, String bad, String message) {
        assertThat(GOOD).contains(good);
        assertThatThrownBy(() -> RuntimeReader.read(GOOD.replace(good, bad), "shopd.yaml", "shopd"))
                .isInstanceOf(YamlException.class)
                .hasMessage(message);
    }
}
