package dev.slipway.draft;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

final class YamlScalarTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "yes",
                "No",
                "ON",
                "off",
                "y",
                "N",
                "true",
                "False",
                "null",
                "Null",
                "~",
                "0123",
                "1e3",
                "1_000",
                "0x1F",
                "0b1",
                "12:30:45",
                "2024-01-01",
                "=",
                "<<",
                "::",
                ":",
                "a: b",
                "a #b",
                "#",
                "-",
                "- a",
                "?",
                "&a",
                "*a",
                "!!str a",
                "%a",
                "@a",
                "`a",
                "[a]",
                "{a}",
                "|",
                ">",
                "'a'",
                "\"a\"",
                "a\nb",
                "a\n",
                "\n",
                "a\tb",
                "\u0085",
                "\u2028",
                "\ufeffa",
                "\u202e",
                "é",
                "😀",
                "---",
                "...",
                ".inf",
                ".NaN",
                "+1",
                "1.5",
                "250m",
                "1152Mi",
                "a:b",
                "http://x/",
                "\\",
                "\u0000",
                "a ",
                " a",
                "$(x)"
            })
    void every_text_is_read_back_as_the_same_text(String text) {
        assertReadBack(text);
    }

    @Property(tries = 500)
    void so_is_any_other(@ForAll String text) {
        assertReadBack(text.codePoints()
                .filter(c -> c < 0xd800 || c > 0xdfff)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString());
    }

    private static void assertReadBack(String text) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        object.put("k", text);
        object.putArray("list").add(text);
        object.putObject("map").put(text, "v");
        String yaml = ManifestYaml.write(object, new Notes());

        Object read = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);

        assertThat(read)
                .as(yaml)
                .isEqualTo(java.util.Map.of(
                        "k", text, "list", java.util.List.of(text), "map", java.util.Map.of(text, "v")));
    }
}
