package dev.slipway.parse;

import dev.slipway.facts.EvidenceLine;
import dev.slipway.facts.Fact;
import dev.slipway.facts.HostProcess;
import dev.slipway.facts.LogFile;
import dev.slipway.facts.LogFile.Via;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The logs that processes of the host hold open, and where their standard output goes. */
final class OpenLogs {
    private static final String NULL = "/dev/null";

    private final SortedMap<Integer, HostProcess> processes = new TreeMap<>();
    private final SortedMap<String, Found> found = new TreeMap<>();

    /** One log while it is gathered. */
    private static final class Found {
        private final String path;
        private final Via via;
        private final EvidenceLine at;
        private final SortedSet<String> writers = new TreeSet<>();
        private final SortedSet<Integer> pids = new TreeSet<>();
        private boolean deleted;
        private boolean redirected;

        private Found(String path, Via via, EvidenceLine at) {
            this.path = path;
            this.via = via;
            this.at = at;
        }

        private LogFile log() {
            String writer = String.join(", ", writers);
            LogFile log = LogFile.unread(path, via)
                    .with(row -> row.writer(writer)
                            .pids(List.copyOf(pids))
                            .open(Fact.known(true))
                            .deleted(deleted)
                            .evidence(List.of(at)));
            return switch (via) {
                case JOURNAL -> log.withRotatedBy(Fact.known("journald"));
                case STDOUT -> log.withRotatedBy(Fact.known("")).withShippedBy(Fact.known(""));
                case FILE, SYSLOG -> log;
            };
        }
    }

    private OpenLogs(List<HostProcess> all) {
        all.stream()
                .filter(process -> !process.inContainer())
                .forEach(process -> processes.put(process.pid(), process));
    }

    static OpenLogs of(List<OpenFile> files, List<HostProcess> processes) {
        OpenLogs logs = new OpenLogs(processes);
        files.forEach(logs::add);
        return logs;
    }

    List<LogFile> logs() {
        return found.values().stream().map(Found::log).toList();
    }

    /** Paths that are standard output or error of a program, which therefore cannot rotate them. */
    SortedSet<String> redirected() {
        SortedSet<String> paths = new TreeSet<>();
        found.values().stream().filter(log -> log.redirected).forEach(log -> paths.add(log.path));
        return paths;
    }

    private void add(OpenFile file) {
        Optional.ofNullable(processes.get(file.pid())).ifPresent(process -> add(file, process));
    }

    private void add(OpenFile file, HostProcess process) {
        if (file.path() && !file.target().startsWith("/dev/") && isLog(file)) {
            Found log = note(file.target(), Via.FILE, file, process);
            log.deleted |= file.deleted();
            log.redirected |= file.standard();
        } else if (file.descriptor() == 1 && file.target().equals(NULL)) {
            note(NULL, Via.STDOUT, file, process);
        } else if (file.descriptor() == 1 && file.target().startsWith("socket:") && isService(process)) {
            note("journal", Via.JOURNAL, file, process);
        }
    }

    private Found note(String path, Via via, OpenFile file, HostProcess process) {
        String writer = LogWriter.of(process);
        String key = via == Via.FILE ? path : path + "\n" + writer;
        Found log = found.computeIfAbsent(key, any -> new Found(path, via, file.at()));
        log.writers.add(writer);
        log.pids.add(process.pid());
        return log;
    }

    private static boolean isLog(OpenFile file) {
        boolean output = file.standard()
                && !file.target().startsWith("/proc/")
                && !file.target().startsWith("/memfd:");
        return output || LogName.isLog(file.target());
    }

    /** systemd gives a service a socket of the journal as standard output; what has one from elsewhere is no service. */
    private static boolean isService(HostProcess process) {
        String group = process.cgroup().orElse("");
        return group.startsWith("/system.slice/") && group.endsWith(".service");
    }
}
