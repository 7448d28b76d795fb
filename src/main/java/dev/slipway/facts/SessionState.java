package dev.slipway.facts;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;

/**
 * Where a web application keeps its users' sessions.
 *
 * @param workload id of the workload; empty if the configuration belongs to none that runs
 * @param application context path or name within the workload: {@code /shop}; empty if there is but one
 * @param mechanism in words: {@code Tomcat PersistentManager with FileStore}
 * @param store kind of place
 * @param path directory or file of a file store; empty otherwise
 * @param target host and port of an external store: {@code 10.0.0.14:6379}; empty otherwise
 * @param sticky what ties a client to this instance: {@code jvmRoute shop1}; empty if nothing was seen
 * @param cookie name of the session cookie; empty if not known
 * @param timeoutMinutes idle time after which a session ends; 0 if not set
 * @param survivesRestart whether sessions outlive a restart of the application on this host
 * @param inUse whether sessions were seen; {@code false} for a leftover
 * @param count sessions or session files seen
 */
@RecordBuilder
public record SessionState(
        String workload,
        String application,
        String mechanism,
        Store store,
        String path,
        String target,
        String sticky,
        String cookie,
        int timeoutMinutes,
        Fact<Boolean> survivesRestart,
        Fact<Boolean> inUse,
        Fact<Integer> count,
        List<EvidenceLine> evidence)
        implements SessionStateBuilder.With {

    public SessionState {
        evidence = List.copyOf(evidence);
    }

    /** Session state of which only mechanism and store are known. */
    public static SessionState unread(String mechanism, Store store) {
        String reason = "not read";
        return new SessionState(
                "",
                "",
                mechanism,
                store,
                "",
                "",
                "",
                "",
                0,
                Fact.unknown(reason),
                Fact.unknown(reason),
                Fact.unknown(reason),
                List.of());
    }

    /** Kinds of place for sessions. */
    public enum Store implements Term {
        MEMORY,
        FILE,
        DATABASE,
        CACHE,
        COOKIE,
        UNKNOWN
    }
}
