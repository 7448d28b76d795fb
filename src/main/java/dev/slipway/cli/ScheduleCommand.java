package dev.slipway.cli;

import dev.slipway.assess.Json;
import dev.slipway.schedule.Crontab;
import dev.slipway.schedule.ExplainedLine;
import dev.slipway.schedule.Flavour;
import dev.slipway.schedule.TableKind;
import dev.slipway.schedule.Zones;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code slipway schedule}: crontabs, read as each scheduler does. */
@Command(name = "schedule", description = "Explain schedules.", mixinStandardHelpOptions = true)
final class ScheduleCommand {
    private static final int MOST_RUNS = 1000;

    private final Surroundings around;

    ScheduleCommand(Surroundings around) {
        this.around = around;
    }

    @Command(
            name = "explain",
            description = "Say what lines of a crontab mean, where each should run, and what that would look like.",
            mixinStandardHelpOptions = true)
    int explain(
            @Parameters(
                            paramLabel = "LINE",
                            arity = "0..1",
                            defaultValue = "-",
                            description =
                                    "A line of a crontab; - or nothing reads a whole crontab from the standard input.")
                    String line,
            @Option(
                            names = "--flavour",
                            paramLabel = "F",
                            defaultValue = "debian",
                            description =
                                    "Whose rules apply: debian, cronie, busybox, kubernetes or gocron. Default: debian.")
                    String flavour,
            @Option(names = "--system", description = "The lines have a column with the user, as in /etc/crontab.")
                    boolean system,
            @Option(
                            names = "--zone",
                            paramLabel = "Z",
                            defaultValue = "Etc/UTC",
                            description = "Time zone of the host, such as Europe/Paris. Default: Etc/UTC.")
                    String zone,
            @Option(
                            names = "--from",
                            paramLabel = "INSTANT",
                            description =
                                    "List the runs from this instant on, such as 2026-01-31T00:00:00Z. Default: now.")
                    @Nullable
                    String from,
            @Option(
                            names = "--count",
                            paramLabel = "N",
                            defaultValue = "5",
                            description = "How many of the next runs to list. Default: 5.")
                    int count,
            @Option(names = "--json", description = "Write JSON.") boolean json) {
        Flavour rules = Flavour.of(flavour)
                .orElseThrow(() ->
                        misuse("--flavour is debian, cronie, busybox, kubernetes or gocron, not '" + flavour + "'"));
        ZoneId id = Zones.of(zone).orElseThrow(() -> misuse("--zone: there is no time zone '" + zone + "'"));
        if (count < 0 || count > MOST_RUNS) {
            throw misuse("--count is a number from 0 to " + MOST_RUNS);
        }
        Crontab table = Crontab.read(text(line), rules, system ? TableKind.SYSTEM : TableKind.ROOT);
        List<ExplainedLine> lines = ExplainedLine.of(table, id, instant(from), count);
        if (json) {
            around.out().print(new String(Json.write(lines), StandardCharsets.UTF_8));
        } else {
            lines.forEach(explained -> around.out().print(SchedulePage.render(explained)));
        }
        if (!table.ignored().isEmpty()) {
            around.err().println("slipway: " + table.ignored());
        }
        boolean allValid = lines.stream().allMatch(ExplainedLine::valid);
        return allValid && table.ignored().isEmpty() ? ExitStatus.DONE : ExitStatus.USAGE;
    }

    private static Failure misuse(String message) {
        return new Failure(ExitStatus.USAGE, message);
    }

    private static Instant instant(@Nullable String from) {
        try {
            return from == null ? Instant.now().truncatedTo(ChronoUnit.SECONDS) : Instant.parse(from);
        } catch (DateTimeException e) {
            throw misuse("--from is an instant such as 2026-01-31T00:00:00Z, not '" + from + "'");
        }
    }

    private static String text(String line) {
        if (!line.equals("-")) {
            return line + "\n";
        }
        InputStream in = System.in;
        try {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
