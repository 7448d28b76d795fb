package dev.slipway.parse;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

final class XmlTextTest {

    @Example
    void reads_elements_with_their_lines_and_no_comments() {
        XmlText.Document document = XmlText.parse("""
                <?xml version="1.0" encoding="UTF-8"?>
                <!DOCTYPE Context [ <!ENTITY dir "/var/lib/a&b"> <!ENTITY route "node1"> ]>
                <Context path='/a &amp; b'
                         jvm="&route;" odd = "x>y">
                  <!-- <Manager className="never"/> -->
                  <x:Manager className="kept"/>
                  <![CDATA[ <Store/> ]]> text &#233;&unknown; & more
                </Context>
                """);

        assertThat(render(document.root())).isEqualTo("""
                Context:3 {jvm=node1, odd=x>y, path=/a & b} "<Store/>  text é&unknown; & more"
                 x:Manager:6 {className=kept} ""
                """);
        assertThat(document.problems()).isEmpty();
    }

    @Example
    void reads_on_behind_what_a_strict_parser_would_refuse() {
        XmlText.Document document = XmlText.parse("""
                <Server>
                  <Service name="a">
                    <Engine jvmRoute=shop1 defaultHost="h">
                  </Service>
                  </Nothing>
                  <Listener className="L"
                  <Port>8005</Port> < 3
                </Server>
                <!-- never closed <Store/>
                """);

        assertThat(render(document.root())).isEqualTo("""
                Server:1 {} ""
                 Service:2 {name=a} ""
                  Engine:3 {defaultHost=h, jvmRoute=shop1} ""
                 Listener:6 {className=L} "< 3"
                  Port:7 {} "8005"
                """);
        assertThat(document.problems())
                .extracting(problem -> problem.line() + " " + problem.reason())
                .containsExactly(
                        "3 <Engine> is not closed",
                        "5 </Nothing> closes nothing",
                        "6 the tag <Listener> is not closed",
                        "7 '<' stands for itself",
                        "6 <Listener> is not closed",
                        "9 the comment is not closed");
    }

    @Example
    void never_reads_an_entity_from_outside() {
        XmlText.Document document = XmlText.parse("""
                <!DOCTYPE a [
                <!ENTITY file SYSTEM "file:///etc/passwd">
                <!ENTITY bomb "&file;&file;">
                ]><a b="&file;&bomb;">&file;</a>
                """);

        assertThat(render(document.root())).isEqualTo("""
                a:4 {b=&file;&bomb;} "&file;"
                """);
        assertThat(document.problems())
                .extracting(problem -> problem.line() + " " + problem.reason())
                .containsExactly("2 the entity file lies in another file, which was not read");
    }

    @Example
    void keeps_a_tag_that_is_cut_in_the_middle_out() {
        XmlText.Document document = XmlText.parse("<Context>\n<Store directory=\"/var/l");

        assertThat(render(document.root())).isEqualTo("Context:1 {} \"\"\n");
        assertThat(document.problems())
                .extracting(problem -> problem.line() + " " + problem.reason())
                .containsExactly("2 the tag <Store> is not closed", "1 <Context> is not closed");
    }

    @Example
    void reads_a_deep_or_long_text_in_linear_time() {
        assertThat(XmlText.parse("<a>".repeat(300_000)).root().descendants()).hasSize(300_000);
        assertThat(XmlText.parse("<a " + "&".repeat(300_000)).problems()).isNotEmpty();
        assertThat(XmlText.parse("&x".repeat(300_000)).root().text()).hasSize(600_000);
        assertThat(XmlText.parse("<!DOCTYPE a [" + "<!ENTITY ".repeat(100_000)).problems())
                .isNotEmpty();
    }

    @Property
    void never_throws(@ForAll String text, @ForAll @IntRange(min = 0, max = 200) int cut) {
        String sample = "<!DOCTYPE a [<!ENTITY b 'c'>]><a x='1' y=\"&b;&#x41;\"><!-- - --><b/><![CDATA[x]]>t</a>";
        XmlText.parse(text);
        XmlText.parse(sample.substring(0, Math.min(cut, sample.length())) + text);
    }

    private static String render(XmlElement root) {
        StringBuilder out = new StringBuilder();
        render(root, "", out);
        return out.toString();
    }

    private static void render(XmlElement element, String indent, StringBuilder out) {
        for (XmlElement child : element.children()) {
            out.append(indent)
                    .append(child.name() + ":" + child.line() + " " + child.attributes() + " \"" + child.text()
                            + "\"\n");
            render(child, indent + " ", out);
        }
    }
}
