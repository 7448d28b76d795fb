package dev.slipway.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class VisibleTextTest {
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "plain text,plain text",
                "<script>,&lt;script&gt;",
                "\"a\" & 'b' `c`,&quot;a&quot; &amp; &#39;b&#39; &#96;c&#96;",
                "中文 é 🚢,中文 é 🚢",
                "|a\u001b[31m\u0000\u007f|,a␛[31m␀␡",
                "|gnp\u202e.exe\u200b|,gnp⟨U+202E⟩.exe⟨U+200B⟩",
                "|a\ud800b|,a⟨U+D800⟩b",
                "|line\nline\r|,|line\nline␍|",
            })
    void shows_every_character_and_none_as_markup(String text, String html) {
        StringWriter out = new StringWriter();

        VisibleText.escape(text, out);

        assertThat(out).hasToString(html);
    }
}
