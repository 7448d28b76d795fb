package dev.slipway.cli;

import dev.slipway.inventory.InventoryException;
import dev.slipway.yaml.NearestName;
import dev.slipway.yaml.YamlException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;

/** The root command. */
@Command(
        name = "slipway",
        description =
                "Takes legacy Linux hosts to Kubernetes with open eyes: reads what runs there, says how ready it is and why,"
                        + " and drafts the way out.",
        mixinStandardHelpOptions = true,
        versionProvider = Slipway.Version.class,
        subcommands = {
            RunCommand.class,
            DemoCommand.class,
            ScanCommand.class,
            AssessCommand.class,
            DraftCommand.class,
            ReportCommand.class,
            ProbesCommand.class,
            RulesCommand.class,
            ScheduleCommand.class
        },
        footer = {
            "",
            "Exit status: 0 done; 1 a gate failed; 2 wrong usage or bad input; 3 some hosts could not be scanned;",
            "4 none could, or a server is unreachable; 70 a bug."
        },
        usageHelpWidth = 80,
        usageHelpAutoWidth = true)
final class Slipway {
    private final Surroundings around;

    @Option(
            names = "--no-color",
            description = "No colours; the environment variable NO_COLOR does the same.",
            scope = ScopeType.INHERIT)
    // Looked for before the options are parsed, see colours(); declared so that it is known and in the help.
    @SuppressWarnings("UnusedVariable")
    private boolean noColor;

    @Option(
            names = "--debug",
            description = "Show where in the program a failure comes from.",
            scope = ScopeType.INHERIT)
    private boolean debug;

    private Slipway(Surroundings around) {
        this.around = around;
    }

    /** Runs one command line; the result is the exit status. */
    static int run(Surroundings around, String... args) {
        Slipway root = new Slipway(around);
        CommandLine command = commandLine(root);
        command.setColorScheme(CommandLine.Help.defaultColorScheme(root.colours(args) ? Ansi.AUTO : Ansi.OFF));
        return command.execute(args);
    }

    /** The command tree, for documentation. */
    static CommandLine commandLine(Surroundings around) {
        return commandLine(new Slipway(around));
    }

    private static CommandLine commandLine(Slipway root) {
        CommandLine command = new CommandLine(root, new Commands(root.around));
        command.setOut(root.around.out());
        command.setErr(root.around.err());
        command.setCaseInsensitiveEnumValuesAllowed(true);
        command.setParameterExceptionHandler(root::misused);
        command.setExecutionExceptionHandler((problem, failed, parsed) -> root.failed(problem));
        return command;
    }

    private boolean colours(String... args) {
        return around.variable("NO_COLOR").isEmpty() && Arrays.stream(args).noneMatch("--no-color"::equals);
    }

    private int misused(ParameterException problem, String... args) {
        CommandLine command = problem.getCommandLine();
        Optional<String> unknown = unknownCommand(problem);
        if (unknown.isPresent()) {
            around.err().println("slipway: " + unknown.get());
            return ExitStatus.USAGE;
        }
        around.err().println("slipway: " + firstLine(String.valueOf(problem.getMessage())));
        if (!CommandLine.UnmatchedArgumentException.printSuggestions(problem, around.err())) {
            around.err().println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
        }
        return ExitStatus.USAGE;
    }

    /** What to say of a word that stands where a command should; empty if something else is wrong. */
    private static Optional<String> unknownCommand(ParameterException problem) {
        CommandLine command = problem.getCommandLine();
        return problem instanceof CommandLine.UnmatchedArgumentException unmatched
                        && !command.getSubcommands().isEmpty()
                        && !unmatched.getUnmatched().get(0).startsWith("-")
                ? Optional.of("there is no command '"
                        + Printable.of(unmatched.getUnmatched().get(0)) + "'"
                        + NearestName.hint(
                                unmatched.getUnmatched().get(0),
                                command.getSubcommands().keySet()))
                : Optional.empty();
    }

    private int failed(Exception problem) {
        if (debug) {
            problem.printStackTrace(around.err());
        }
        if (problem instanceof Failure failure) {
            around.err().println("slipway: " + failure.getMessage());
            return failure.status();
        } else if (problem instanceof YamlException bad) {
            around.err().println("slipway: " + bad.getMessage());
            return ExitStatus.USAGE;
        } else if (problem instanceof InventoryException bad) {
            bad.mistakes().forEach(mistake -> around.err().println("slipway: " + Printable.of(mistake.toString())));
            return ExitStatus.USAGE;
        } else if (problem instanceof IOException io) {
            around.err().println("slipway: " + FileProblem.describe(io));
            return ExitStatus.USAGE;
        } else if (problem instanceof UncheckedIOException io) {
            around.err().println("slipway: " + FileProblem.describe(Objects.requireNonNull(io.getCause())));
            return ExitStatus.USAGE;
        }
        around.err()
                .println("slipway: this is a bug in slipway: " + problem
                        + (debug ? "" : ". Please report it with the output of the same command and --debug."));
        return ExitStatus.BUG;
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("");
    }

    /** What {@code --version} prints. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {
                "slipway " + number() + ", Java " + Runtime.version().feature()
            };
        }

        /** The version of this program. */
        static String number() {
            String version = Slipway.class.getPackage().getImplementationVersion();
            return version == null ? "(unpackaged)" : version;
        }
    }
}
