package dev.slipway.parse;

import dev.slipway.facts.Archive;
import dev.slipway.facts.Fact;
import dev.slipway.facts.SessionState;
import dev.slipway.facts.SessionState.Store;
import java.util.List;
import java.util.Optional;

/** Sessions of a servlet container that a program which is no application server brings with it. */
final class EmbeddedSessions {
    private static final String INVISIBLE = "sessions in memory are not visible from outside";

    private EmbeddedSessions() {}

    /** Its sessions; empty if no such container was seen. */
    static Optional<SessionState> of(JavaApplication program) {
        boolean server = program.command().main().startsWith("org.apache.catalina.");
        return server
                ? Optional.empty()
                : EmbeddedServer.in(program)
                        .filter(EmbeddedServer::servlets)
                        .map(found -> SessionState.unread(found.title() + " inside the program", Store.MEMORY)
                                .with(state -> state.survivesRestart(Fact.unknown("its code decides"))
                                        .inUse(Fact.unknown(INVISIBLE))
                                        .count(Fact.unknown(INVISIBLE))
                                        .evidence(program.archive()
                                                .map(Archive::evidence)
                                                .orElse(List.of()))));
    }
}
