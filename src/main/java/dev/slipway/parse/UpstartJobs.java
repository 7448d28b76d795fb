package dev.slipway.parse;

import dev.slipway.evidence.Evidence;
import dev.slipway.facts.EvidenceLine;
import dev.slipway.facts.Fact;
import dev.slipway.facts.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The jobs of upstart: those in /etc/init that no package brought, with what initctl says of them. */
final class UpstartJobs {
    private static final Pattern FILE = Pattern.compile("/etc/init/([^/]+)\\.conf");
    private static final Pattern STATE =
            Pattern.compile("(\\S+)(?: \\(.*\\))? (\\w+)/(\\S+?)(?:, process (\\d{1,9}))?");
    private static final Pattern SCRIPT = Pattern.compile("(?:(pre-start|post-start|pre-stop|post-stop)\\s+)?script");
    /** Jobs of the distribution where packages are not listed as text: those of Red Hat 6. */
    private static final Pattern OF_SYSTEM = Pattern.compile(
            "rc.*|start-ttys|tty|serial|splash-manager|plymouth-.*|prefdm|quit-plymouth|readahead.*|kexec-disable|init-system-dbus"
                    + "|control-alt-delete|ck-log-system-.*|vpnc-.*");

    private final SortedMap<String, Standing> states = new TreeMap<>();

    /** What initctl says of a job. */
    private record Standing(boolean started, int pid) {}

    private UpstartJobs(Evidence evidence) {
        evidence.command("units", "upstart")
                .ifPresent(item -> item.lines().forEach(line -> {
                    Matcher form = STATE.matcher(line.strip());
                    if (form.matches()) {
                        int pid = form.group(4) == null ? 0 : Integer.parseInt(form.group(4));
                        states.putIfAbsent(
                                form.group(1), new Standing(form.group(2).equals("start"), pid));
                    }
                }));
    }

    static List<Unit> of(Evidence evidence) {
        UpstartJobs jobs = new UpstartJobs(evidence);
        HostFiles files = HostFiles.of(evidence, "units", "tables");
        return files.all().stream()
                .flatMap(file -> {
                    Matcher path = FILE.matcher(file.path());
                    return path.matches() ? Stream.of(jobs.job(path.group(1), file, files)) : Stream.<Unit>of();
                })
                .toList();
    }

    private Unit job(String name, SourceFile file, HostFiles files) {
        Job job = new Job();
        job.read(file);
        files.find("/etc/init/" + name + ".override").ifPresent(job::read);
        Optional<Standing> standing = Optional.ofNullable(states.get(name));
        return Unit.unread("upstart:" + name, "upstart")
                .with(unit -> unit.state(Fact.known(standing.map(s -> s.started() ? "active" : "inactive")
                                .orElse(job.manual ? "inactive" : "enabled")))
                        .file(file.path())
                        .packaged(OF_SYSTEM.matcher(name).matches())
                        .execStart(job.starts)
                        .execStartPre(job.before)
                        .type(job.value("expect").isEmpty() ? job.task ? "oneshot" : "simple" : "forking")
                        .user(job.value("setuid"))
                        .workingDirectory(job.value("chdir"))
                        .environment(job.environment)
                        .restart(job.respawn ? "always" : "no")
                        .killSignal(UnitSettings.signal(job.value("kill signal")))
                        .stopTimeoutSeconds(number(job.value("kill timeout")))
                        .openFileLimit(number(job.value("limit nofile").replaceFirst("\\s.*", "")))
                        .standardOutput(job.value("console").equals("none") ? "null" : job.value("console"))
                        .mainPid(Fact.of(standing.map(Standing::pid), "initctl did not say"))
                        .evidence(job.evidence.isEmpty() ? List.of(file.at(0)) : job.evidence));
    }

    private static long number(String text) {
        return text.matches("\\d{1,9}") ? Long.parseLong(text) : 0;
    }

    /** The stanzas of one job's files. */
    private static final class Job {
        private static final List<String> TWO_WORDS = List.of("kill signal", "kill timeout", "limit nofile");
        private static final List<String> ONE_WORD = List.of("setuid", "chdir", "expect", "console");

        private final List<String> starts = new ArrayList<>();
        private final List<String> before = new ArrayList<>();
        private final List<EvidenceLine> evidence = new ArrayList<>();
        private final SortedMap<String, String> environment = new TreeMap<>();
        private final SortedMap<String, String> values = new TreeMap<>();
        private boolean respawn;
        private boolean manual;
        private boolean task;

        private void read(SourceFile file) {
            Optional<List<String>> script = Optional.empty();
            for (int i = 0; i < file.lines().size(); i++) {
                String line = file.lines().get(i).strip();
                Matcher begin = SCRIPT.matcher(line);
                if (line.equals("end script")) {
                    script = Optional.empty();
                } else if (script.isPresent()) {
                    inScript(script.get(), line, file.at(i + 1));
                } else if (begin.matches()) {
                    script = Optional.of(
                            begin.group(1) == null
                                    ? starts
                                    : begin.group(1).equals("pre-start") ? before : new ArrayList<>());
                } else if (!line.startsWith("#")) {
                    stanza(line, file.at(i + 1));
                }
            }
        }

        private void inScript(List<String> commands, String line, EvidenceLine at) {
            if (!line.isEmpty() && !line.startsWith("#")) {
                commands.add(line);
                if (commands == starts) {
                    evidence.add(at);
                }
            }
        }

        private void stanza(String line, EvidenceLine at) {
            String[] words = line.split("\\s+", 2);
            String rest = words.length > 1 ? words[1] : "";
            switch (words[0]) {
                case "exec" -> inScript(starts, rest, at);
                case "pre-start" -> before.add(rest.replaceFirst("^exec\\s+", ""));
                case "env" -> UnitEnvironment.add(rest, environment);
                case "respawn" -> respawn |= rest.isEmpty();
                case "manual" -> manual = true;
                case "task" -> task = true;
                default ->
                    ONE_WORD.stream()
                            .filter(words[0]::equals)
                            .forEach(key -> values.put(key, rest.replaceAll("^[\"']|[\"']$", "")));
            }
            TWO_WORDS.stream()
                    .filter(key -> line.replaceAll("\\s+", " ").startsWith(key + " "))
                    .forEach(key -> values.put(key, line.replaceAll("\\s+", " ").substring(key.length() + 1)));
        }

        private String value(String key) {
            return values.getOrDefault(key, "");
        }
    }
}
