package dev.slipway.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.facts.HostFacts;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class NodeParserTest {

    private static String read(RecordedHost host) {
        return FactLines.configuration(new NodeParser().read(host.evidence(), HostFacts.unread("host")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"debian-12/configuration/node-root"})
    void reads_recorded_hosts(String name) {
        HostFacts facts = new NodeParser().read(RecordedHost.read(name), HostFacts.unread("host"));

        Expected.assertFacts(name, FactLines.configuration(facts));
    }

    @Test
    void knows_that_express_keeps_sessions_in_memory_by_itself_even_in_a_damaged_file() {
        assertThat(read(RecordedHost.asRoot().file("node", "settings", "/srv/a/package.json", """
                        {"dependencies": {
                           "express-session": "1.17.3",
                           "damaged
                        """)))
                .isEqualTo("""
                sessionState
                  application=/srv/a  mechanism=express-session with its MemoryStore  store=memory  cookie=connect.sid  survivesRestart=false  evidence=[package.json:2]
                """);
    }

    @Property(tries = 300)
    void takes_any_text(@ForAll String text) {
        assertThat(read(RecordedHost.asRoot()
                        .file("node", "settings", "/srv/a/package.json", "{\"dependencies\": {" + text)
                        .file("node", "settings", "/srv/a/ecosystem.config.js", "module.exports = {" + text)
                        .file("node", "settings", "/srv/a/app.js", text)))
                .isNotNull();
    }
}
