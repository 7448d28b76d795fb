package dev.slipway.schedule;

import dev.slipway.schedule.CronFields.DayRule;
import java.util.Optional;
import java.util.SortedMap;

/** Reads one line of a crontab as Debian's cron or cronie does. */
final class VixieLine {
    private static final int DEBIAN_LONGEST_COMMAND = 998;
    private static final int CRONIE_LONGEST_COMMAND = 131_071;

    private final String text;
    private final Flavour flavour;
    private final TableKind kind;
    private final LineCursor cursor;
    private final VixieFields fields;
    private String problem = "";
    private boolean mailOnlyOnFailure;

    private VixieLine(String text, Flavour flavour, TableKind kind) {
        this.text = text;
        this.flavour = flavour;
        this.kind = kind;
        this.cursor = new LineCursor(text);
        this.fields = new VixieFields(cursor, flavour, text.hashCode());
    }

    /** What the line means with these settings above it, or why it is refused. */
    static CrontabLine read(
            int line, String text, Flavour flavour, TableKind kind, SortedMap<String, String> environment) {
        VixieLine reader = new VixieLine(text, flavour, kind);
        return reader.entry(line, environment)
                .<CrontabLine>map(entry -> entry)
                .orElseGet(() -> new BadLine(line, text, reader.problem));
    }

    private Optional<CrontabEntry> entry(int line, SortedMap<String, String> environment) {
        cursor.skipBlanks();
        boolean logged = !readQuietOption();
        int start = cursor.position();
        Optional<Timing> timing = !problem.isEmpty()
                ? Optional.empty()
                : cursor.current() == '@' ? macro() : numbers().map(Timing.AtTimes::new);
        String schedule = singleBlanks(cursor.between(start, cursor.position()));
        cursor.skipBlanks();
        String user = timing.isPresent() && commandMayBegin() && kind == TableKind.SYSTEM ? user() : "";
        String command = problem.isEmpty() && readMailOption() ? command() : "";
        return problem.isEmpty()
                ? timing.map(when -> new CrontabEntry(
                        line,
                        text,
                        schedule,
                        when,
                        user,
                        command,
                        environment,
                        mailOnlyOnFailure,
                        logged,
                        fields.random(),
                        ""))
                : Optional.empty();
    }

    /** cronie's {@code -} before the minute: only root and the system tables may keep a job out of the log. */
    private boolean readQuietOption() {
        if (flavour != Flavour.CRONIE || cursor.current() != '-') {
            return false;
        }
        cursor.advance();
        if (kind == TableKind.USER) {
            refuse("bad option: only root may begin a line with \"-\"");
        }
        return true;
    }

    private Optional<CronFields> numbers() {
        boolean minuteStar = cursor.current() == '*';
        long minutes = fields.next(CronField.MINUTE);
        boolean hourStar = cursor.current() == '*';
        long hours = minutes < 0 ? -1 : fields.next(CronField.HOUR);
        boolean dayStar = cursor.current() == '*';
        long days = hours < 0 ? -1 : fields.next(CronField.DAY);
        long months = days < 0 ? -1 : fields.next(CronField.MONTH);
        boolean weekDayStar = cursor.current() == '*';
        long weekDays = months < 0 ? -1 : fields.next(CronField.WEEKDAY);
        if (weekDays < 0) {
            refuse(fields.problem());
            return Optional.empty();
        }
        DayRule rule = dayStar || weekDayStar ? DayRule.BOTH : DayRule.EITHER;
        return Optional.of(new CronFields(1, minutes, hours, days, months, weekDays, rule, minuteStar || hourStar));
    }

    private Optional<Timing> macro() {
        String name = cursor.word();
        if (name.equals("@reboot")) {
            return Optional.of(new Timing.AtBoot());
        }
        Optional<CronFields> times = CronMacro.of(name);
        if (times.isEmpty()) {
            refuse("bad time specifier: \"" + name + "\"");
        }
        return times.map(Timing.AtTimes::new);
    }

    /** Whether a command, or the user before it, can stand here. Debian's cron takes an empty command. */
    private boolean commandMayBegin() {
        boolean typo = cursor.current() == '*' && (flavour == Flavour.CRONIE || kind != TableKind.SYSTEM);
        if (typo) {
            refuse("bad command: it begins with \"*\", so there may be a field too many");
        } else if (cursor.atEnd() && flavour == Flavour.CRONIE) {
            refuse("bad command: there is none");
        }
        return problem.isEmpty();
    }

    private String user() {
        String name = cursor.word();
        if (cursor.atEnd() || name.isEmpty()) {
            refuse((flavour == Flavour.DEBIAN ? "bad username" : "bad command") + ": no command behind user \"" + name
                    + "\"");
            return "";
        }
        cursor.skipBlanks();
        if (cursor.atEnd() && flavour == Flavour.CRONIE) {
            refuse("bad command: there is none");
        }
        return name;
    }

    /** cronie's {@code -n} before the command. */
    private boolean readMailOption() {
        while (flavour == Flavour.CRONIE && cursor.current() == '-') {
            String option = cursor.word();
            boolean known = option.equals("-n") && !mailOnlyOnFailure && !cursor.atEnd();
            cursor.skipBlanks();
            if (!known) {
                refuse("bad option: \"" + option + "\"");
                return false;
            }
            mailOnlyOnFailure = true;
        }
        return true;
    }

    private String command() {
        String command = cursor.rest();
        if (flavour == Flavour.DEBIAN && command.length() > DEBIAN_LONGEST_COMMAND) {
            refuse("command too long: " + command.length() + " characters, cron takes " + DEBIAN_LONGEST_COMMAND);
        }
        return command.length() > CRONIE_LONGEST_COMMAND ? command.substring(0, CRONIE_LONGEST_COMMAND) : command;
    }

    private void refuse(String why) {
        if (problem.isEmpty()) {
            problem = why;
        }
    }

    static String singleBlanks(String fields) {
        return String.join(" ", fields.strip().split("[ \\t]+"));
    }
}
