package dev.slipway.facts;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A service as its manager knows it: a systemd service, an init script, an inittab line, a supervisor's program.
 *
 * @param name {@code tomcat.service}, {@code /etc/init.d/shop}, {@code supervisor:worker}
 * @param manager {@code systemd}, {@code sysv}, {@code upstart}, {@code openrc}, {@code inittab}, {@code supervisord},
 *     {@code pm2}, {@code xinetd}, {@code runit}, {@code rc.local}
 * @param state {@code active}, {@code inactive}, {@code failed}, {@code enabled} where only that is known
 * @param file absolute path of the unit file, script or table; empty if it is generated
 * @param dropIns absolute paths of the files that extend it
 * @param packaged whether the unit file lies where packages put them ({@code /lib}, {@code /usr/lib})
 * @param execStart command lines in order, as written, secrets redacted
 * @param execStartPre commands before the start
 * @param execStop commands at the stop
 * @param type {@code simple}, {@code forking}, {@code oneshot}, {@code notify}; empty where there is none
 * @param user account in the unit; empty if none is set
 * @param workingDirectory as written; empty if none is set
 * @param environment names and values set in the unit itself, secret values redacted
 * @param environmentFiles absolute paths, a leading {@code -} removed
 * @param restart {@code always}, {@code on-failure}, {@code no}; empty if not set
 * @param killSignal {@code SIGTERM} unless set
 * @param stopTimeoutSeconds time until it is killed; 0 if not set
 * @param openFileLimit LimitNOFILE; 0 if not set
 * @param standardOutput {@code journal}, {@code null}, {@code file:/path}; empty if not set
 * @param after units it is ordered behind
 * @param mainPid process id of the main process; 0 if it does not run
 * @param restarts how often the manager restarted it
 * @param listens addresses of the sockets that the manager opens for it: {@code 0.0.0.0:22}
 * @param workload id of its workload; empty if it has none
 */
@RecordBuilder
public record Unit(
        String name,
        String manager,
        Fact<String> state,
        String file,
        List<String> dropIns,
        boolean packaged,
        List<String> execStart,
        List<String> execStartPre,
        List<String> execStop,
        String type,
        String user,
        String workingDirectory,
        SortedMap<String, String> environment,
        List<String> environmentFiles,
        String restart,
        String killSignal,
        long stopTimeoutSeconds,
        long openFileLimit,
        String standardOutput,
        List<String> after,
        Fact<Integer> mainPid,
        Fact<Integer> restarts,
        List<String> listens,
        String workload,
        List<EvidenceLine> evidence)
        implements UnitBuilder.With {

    public Unit {
        dropIns = List.copyOf(dropIns);
        execStart = List.copyOf(execStart);
        execStartPre = List.copyOf(execStartPre);
        execStop = List.copyOf(execStop);
        environment = new TreeMap<>(environment);
        environmentFiles = List.copyOf(environmentFiles);
        after = List.copyOf(after);
        listens = List.copyOf(listens);
        evidence = List.copyOf(evidence);
    }

    /** A service of which only name and manager are known. */
    public static Unit unread(String name, String manager) {
        String reason = "not read";
        return new Unit(
                name,
                manager,
                Fact.unknown(reason),
                "",
                List.of(),
                false,
                List.of(),
                List.of(),
                List.of(),
                "",
                "",
                "",
                new TreeMap<>(),
                List.of(),
                "",
                "",
                0,
                0,
                "",
                List.of(),
                Fact.unknown(reason),
                Fact.unknown(reason),
                List.of(),
                "",
                List.of());
    }
}
