package dev.slipway.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each scheduler makes of the same text. */
final class CrontabTest {

    private static Crontab debian(String text) {
        return Crontab.read(text, Flavour.DEBIAN, TableKind.USER);
    }

    private static Crontab cronie(String text) {
        return Crontab.read(text, Flavour.CRONIE, TableKind.USER);
    }

    private static Crontab busybox(String text) {
        return Crontab.read(text, Flavour.BUSYBOX, TableKind.USER);
    }

    private static CrontabEntry only(Crontab table) {
        assertThat(table.badLines()).isEmpty();
        assertThat(table.entries()).hasSize(1);
        return table.entries().get(0);
    }

    private static CronFields fields(CrontabEntry entry) {
        return ((Timing.AtTimes) entry.timing()).fields();
    }

    /** The values of a field as text: {@code 0 15 30 45}. */
    private static String values(long bits) {
        return java.util.stream.IntStream.range(0, 64)
                .filter(value -> CronFields.bit(bits, value))
                .mapToObj(String::valueOf)
                .collect(Collectors.joining(" "));
    }

    @Test
    void reads_a_system_table_with_its_settings_in_order() {
        Crontab table = Crontab.read("""
                # a comment

                SHELL=/bin/bash
                17 *\t* * *\troot\tcd / && run-parts --report /etc/cron.hourly
                  MAILTO = "ops@example.com"
                0 3 1,15 * sun  tomcat   /usr/local/sbin/shop-cleanup --all  # not a comment
                SHELL='/bin/sh -e'
                @reboot batch /opt/warm
                """, Flavour.DEBIAN, TableKind.SYSTEM);

        assertThat(table.ignored()).isEmpty();
        assertThat(table.lines())
                .extracting(line -> {
                    CrontabEntry e = (CrontabEntry) line;
                    return e.line() + " | " + e.schedule() + " | " + e.user() + " | " + e.command() + " | "
                            + e.environment();
                })
                .containsExactly(
                        "4 | 17 * * * * | root | cd / && run-parts --report /etc/cron.hourly | {SHELL=/bin/bash}",
                        "6 | 0 3 1,15 * sun | tomcat | /usr/local/sbin/shop-cleanup --all  # not a comment |"
                                + " {MAILTO=ops@example.com, SHELL=/bin/bash}",
                        "8 | @reboot | batch | /opt/warm | {MAILTO=ops@example.com, SHELL=/bin/sh -e}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                // text              | Debian                       | cronie
                "*/15 * * * * x      | 0 15 30 45                   | 0 15 30 45",
                "5-20/5 * * * * x    | 5 10 15 20                   | 5 10 15 20",
                "1,3,*/30 * * * * x  | 0 1 3 30                     | 0 1 3 30",
                "*/90 * * * * x      | 0                            | 0",
                "22-2 * * * * x      | ''                           | ''",
                "5-0 * * * * x       | ''                           | 5 6 7",
                "5/15 * * * * x      | -                            | -",
                "*/0 * * * * x       | -                            | -",
                "0,,5 * * * * x      | -                            | -",
                "? * * * * x         | -                            | -",
                "60 * * * * x        | -                            | -",
                "*5 * * * * x        | 0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29"
                        + " 30 31 32 33 34 35 36 37 38 39 40 41 42 43 44 45 46 47 48 49 50 51 52 53 54 55 56 57 58 59 | -",
                "1#2 * * * * x       | 1                            | -",
                "6~6 * * * * x       | 6                            | 6",
                "5-64/30 * * * * x   | -                            | 5 35",
                "70-60 * * * * x     | -                            | ''",
                "4294967298 * * * * x| 2                            | 2",
                "007 * * * * x       | 7                            | 7",
            })
    void reads_minutes_as_each_cron_does(String line, String debian, String cronie) {
        assertThat(minutes(debian(line.strip() + "\n"))).isEqualTo(debian);
        assertThat(minutes(cronie(line.strip() + "\n"))).isEqualTo(cronie);
    }

    private static String minutes(Crontab table) {
        return table.entries().isEmpty() ? null : values(fields(only(table)).minutes());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "7       | 0             | 0             | -             | -",
                "5-7     | 0 5 6         | 0 5 6         | -             | -",
                "fri-sun | ''            | 0 5 6         | -             | -",
                "sun-mon | 0 1           | 0 1           | 0 1           | 0 1",
                "Mon,WED | 1 3           | 1 3           | 1 3           | 1 3",
                "*/7     | 0             | 0             | 0             | 0",
                "*/2     | 0 2 4 6       | 0 2 4 6       | 0 2 4 6       | 0 2 4 6",
                "1-7/2   | 0 1 3 5       | 0 1 3 5       | -             | -",
                "monday  | -             | -             | -             | -",
                "1/3     | -             | -             | 1 4           | 1 4",
                "?       | -             | -             | 0 1 2 3 4 5 6 | 0 1 2 3 4 5 6",
            })
    void reads_weekdays_as_each_scheduler_does(
            String weekDay, String debian, String cronie, String kubernetes, String goCron) {
        assertThat(weekDays(debian("0 0 * * " + weekDay + " x\n"))).isEqualTo(debian);
        assertThat(weekDays(cronie("0 0 * * " + weekDay + " x\n"))).isEqualTo(cronie);
        assertThat(weekDays(Crontab.read("0 0 * * " + weekDay, Flavour.KUBERNETES, TableKind.USER)))
                .isEqualTo(kubernetes);
        assertThat(weekDays(Crontab.read("0 0 0 * * " + weekDay, Flavour.GOCRON, TableKind.USER)))
                .isEqualTo(goCron);
    }

    private static String weekDays(Crontab table) {
        return table.entries().isEmpty() ? null : values(fields(only(table)).weekDays());
    }

    @ParameterizedTest
    @CsvSource({
        // dom, dow, Debian and cronie, Kubernetes, goCron
        "1, 1, EITHER, EITHER, EITHER",
        "*, 1, BOTH, BOTH, BOTH",
        "1, *, BOTH, BOTH, BOTH",
        "*/2, 1, BOTH, EITHER, BOTH",
        "1, */2, BOTH, EITHER, BOTH",
        "'1,*/2', 1, EITHER, EITHER, BOTH",
        "'*,1', 1, BOTH, BOTH, BOTH",
        "'1,*', 1, EITHER, BOTH, BOTH",
        "1-31, 1, EITHER, EITHER, EITHER",
    })
    void tells_when_both_days_must_match(String day, String weekDay, String vixie, String kubernetes, String goCron) {
        String five = "0 0 " + day + " * " + weekDay;

        assertThat(rule(debian(five + " x\n"))).isEqualTo(vixie);
        assertThat(rule(cronie(five + " x\n"))).isEqualTo(vixie);
        assertThat(rule(Crontab.read(five, Flavour.KUBERNETES, TableKind.USER))).isEqualTo(kubernetes);
        assertThat(rule(Crontab.read("0 " + five, Flavour.GOCRON, TableKind.USER)))
                .isEqualTo(goCron);
    }

    private static String rule(Crontab table) {
        return fields(only(table)).dayRule().name();
    }

    @Test
    void gocron_reads_five_fields_with_the_second_first() {
        CronFields fields = fields(only(Crontab.read("0 3 * * *", Flavour.GOCRON, TableKind.USER)));

        assertThat(List.of(values(fields.seconds()), values(fields.minutes()))).containsExactly("0", "3");
        assertThat(fields.hours()).isEqualTo(CronField.HOUR.all());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 3 * *                | expected exactly 5 fields, found 4",
                "0 0 12 * * 1           | expected exactly 5 fields, found 6",
                "@reboot                | unrecognized descriptor: \"@reboot\"",
                "@Daily                 | unrecognized descriptor: \"@Daily\"",
                "@every soon            | not a duration: \"soon\"",
                "TZ=UTC 0 3 * * *       | a zone belongs into timeZone: TZ and CRON_TZ are refused in the schedule",
                "CRON_TZ=UTC 0 3 * * *  | a zone belongs into timeZone: TZ and CRON_TZ are refused in the schedule",
                "0 3 * * 7              | bad day-of-week: \"7\" (7 is above its highest value 6; Sunday is 0 here)",
                "0 22-2 * * *           | bad hour: \"22-2\" (the range begins behind its end)",
                "*/0 * * * *            | bad minute: \"*/0\" (a step is above 0)",
                "1-2-3 * * * *          | bad minute: \"1-2-3\" (too many hyphens)",
                "1/2/3 * * * *          | bad minute: \"1/2/3\" (too many slashes)",
                "6~15 * * * *           | bad minute: \"6~15\" (not a number)",
                "0 0 0 * *              | bad day-of-month: \"0\" (0 is below its lowest value 1)",
            })
    void says_what_kubernetes_refuses(String expression, String reason) {
        assertThat(Crontab.read(expression, Flavour.KUBERNETES, TableKind.USER).badLines())
                .containsExactly(new BadLine(1, expression, reason));
    }

    @ParameterizedTest
    @CsvSource({"1h30m, 5400", "90s, 90", "1.5h, 5400", "500ms, 1", "-5m, 1", "2s900ms, 2", "1h0.5s, 3600"})
    void reads_the_durations_of_every(String duration, long seconds) {
        for (Flavour flavour : List.of(Flavour.KUBERNETES, Flavour.GOCRON)) {
            assertThat(only(Crontab.read("@every " + duration, flavour, TableKind.USER))
                            .timing())
                    .isEqualTo(new Timing.Every(seconds));
        }
    }

    @Test
    void debian_drops_the_whole_table_for_one_bad_line_and_cronie_the_line() {
        String text = """
                0 1 * * * first
                61 * * * * second
                0 3 * * * third
                """;

        assertThat(debian(text).ignored())
                .isEqualTo("cron ignores the whole table because of line 2: bad minute: \"61\""
                        + " (61 is not a value of it)");
        assertThat(cronie(text).ignored()).isEmpty();
        for (Crontab table : List.of(debian(text), cronie(text))) {
            assertThat(table.entries()).extracting(CrontabEntry::command).containsExactly("first", "third");
            assertThat(table.badLines()).extracting(BadLine::line).containsExactly(2);
        }
    }

    @Test
    void a_missing_last_line_feed_costs_debian_the_table_and_cronie_the_line() {
        String text = "0 1 * * * first\n0 3 * * * second";

        assertThat(debian(text).ignored())
                .isEqualTo(
                        "cron ignores the whole table because of line 2: missing newline before the end of the file");
        assertThat(cronie(text).ignored()).isEmpty();
        assertThat(cronie(text).badLines())
                .extracting(BadLine::reason)
                .containsExactly("missing newline before the end of the file");
        assertThat(busybox(text).entries()).extracting(CrontabEntry::command).containsExactly("first", "second");
        assertThat(debian("0 1 * * * first\n# no line feed").ignored()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 1 * * FOO x      | bad day-of-week: \"FOO\" (\"FOO\" is neither a number nor a name that it knows)",
                "0 1 * *            | bad day-of-week: there is none (a number is missing)",
                "@Daily x           | bad time specifier: \"@Daily\"",
                "@every 5m x        | bad time specifier: \"@every\"",
                "* * * * * * x      | bad command: it begins with \"*\", so there may be a field too many",
                "MAILTO=            | bad minute: \"MAILTO=\" (\"MAILTO\" is neither a number nor a name that it knows)",
                "-0 1 * * * x       | bad minute: \"-0\" (a number is missing)",
            })
    void says_what_debian_refuses(String line, String reason) {
        assertThat(debian(line + "\n").badLines()).containsExactly(new BadLine(1, line, reason));
    }

    @Test
    void an_unquoted_empty_value_is_a_setting_for_cronie_only() {
        Crontab table = cronie("MAILTO=\nA = \"\"\n0 1 * * * x\n");

        assertThat(only(table).environment()).isEqualTo(Map.of("MAILTO", "", "A", ""));
        assertThat(only(debian("MAILTO=\"\"\n0 1 * * * x\n")).environment()).isEqualTo(Map.of("MAILTO", ""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "A=b c           | A | b c",
                "A = b           | A | b",
                "A=\"b \"        | A | `b `",
                "A='b'           | A | b",
                "'A B'=c         | A B | c",
                "A=$HOME/x       | A | $HOME/x",
                "A=b # c         | A | b # c",
                "A=b\"c          | A | b\"c",
            })
    void reads_settings(String line, String name, String value) {
        for (Flavour flavour : List.of(Flavour.DEBIAN, Flavour.CRONIE)) {
            assertThat(Setting.parse(3, line, flavour)).contains(new Setting(3, name, value));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {"A='b", "A=\"b\" c", "* * * * * x=1", "A", "'A=b'=c"})
    void does_not_take_these_for_settings(String line) {
        for (Flavour flavour : List.of(Flavour.DEBIAN, Flavour.CRONIE)) {
            assertThat(Setting.parse(1, line, flavour)).isEmpty();
        }
    }

    @Test
    void a_carriage_return_is_part_of_the_command_and_an_empty_line_with_one_is_an_error() {
        assertThat(only(debian("0 1 * * * x\r\n")).command()).isEqualTo("x\r");
        assertThat(debian("0 1 * * * x\r\n\r\n").badLines())
                .extracting(BadLine::line)
                .containsExactly(2);
        assertThat(only(debian("A=b\r\n0 1 * * * x\n")).environment()).isEqualTo(Map.of("A", "b"));
    }

    @Test
    void debian_takes_998_characters_of_command_and_cronie_131071() {
        String most = "0 1 * * * " + "x".repeat(998) + "\n";
        String more = "0 1 * * * " + "x".repeat(999) + "\n";

        assertThat(debian(most).ignored()).isEmpty();
        assertThat(debian(more).badLines())
                .extracting(BadLine::reason)
                .containsExactly("command too long: 999 characters, cron takes 998");
        assertThat(only(cronie(more)).command()).hasSize(999);
        assertThat(only(cronie("0 1 * * * " + "x".repeat(200_000) + "\n")).command())
                .hasSize(131_071);
    }

    @Test
    void cronie_knows_options_that_debian_does_not() {
        String quiet = "-*/15 * * * * root -n test -x /usr/lib/cron/run-crons\n";
        CrontabEntry entry = only(Crontab.read(quiet, Flavour.CRONIE, TableKind.SYSTEM));

        assertThat(entry.logged()).isFalse();
        assertThat(entry.mailOnlyOnFailure()).isTrue();
        assertThat(entry.schedule()).isEqualTo("*/15 * * * *");
        assertThat(entry.command()).isEqualTo("test -x /usr/lib/cron/run-crons");
        assertThat(cronie("-0 1 * * * x\n").badLines())
                .extracting(BadLine::reason)
                .containsExactly("bad option: only root may begin a line with \"-\"");
        assertThat(cronie("0 1 * * * -x y\n").badLines())
                .extracting(BadLine::reason)
                .containsExactly("bad option: \"-x\"");
        assertThat(Crontab.read("0 1 * * * nobody\n", Flavour.CRONIE, TableKind.SYSTEM)
                        .badLines())
                .extracting(BadLine::reason)
                .containsExactly("bad command: no command behind user \"nobody\"");
    }

    @Test
    void cronie_draws_a_value_for_a_tilde() {
        CrontabEntry entry = only(cronie("6~15 ~ * * * x\n"));

        assertThat(entry.random()).isTrue();
        assertThat(Long.bitCount(fields(entry).minutes())).isEqualTo(1);
        assertThat(fields(entry).minutes() & CronField.range(6, 15, 1)).isNotZero();
        assertThat(Long.bitCount(fields(entry).hours())).isEqualTo(1);
        assertThat(cronie("15~6 * * * * x\n").badLines())
                .extracting(BadLine::reason)
                .containsExactly("bad minute: \"15~6\" (nothing lies between 15 and 6)");
    }

    @Test
    void busybox_cuts_comments_joins_lines_and_passes_over_short_ones() {
        Crontab table = busybox("""
                SHELL=/bin/ash -e
                0 1 * * * echo a#b
                0 2 * * * one \\
                two
                too few words
                @daily sh /x  y # z
                @fortnightly x
                """);

        assertThat(table.entries())
                .extracting(e -> e.line() + " " + e.command())
                .containsExactly("2 echo a", "3 one two", "6 sh /x  y");
        assertThat(table.entries().get(0).environment()).isEqualTo(Map.of("SHELL", "/bin/ash"));
        assertThat(table.badLines())
                .extracting(b -> b.line() + " " + b.reason())
                .containsExactly(
                        "5 crond passes over a line of fewer than six words",
                        "7 crond passes over \"@fortnightly\", which it does not know");
    }

    @Test
    void busybox_complains_of_seven_and_then_runs_every_day() {
        CrontabEntry entry = busybox("0 0 * * 7 x\n").entries().get(0);

        assertThat(entry.defect()).isEqualTo("parse error at 7");
        assertThat(fields(entry).simplified().weekDays()).isEqualTo(CronField.WEEKDAY.all());
    }

    @Test
    void busybox_counts_days_of_the_month_from_zero() {
        assertThat(values(fields(only(busybox("0 0 */2 * * x\n"))).monthDays()))
                .isEqualTo("2 4 6 8 10 12 14 16 18 20 22 24 26 28 30");
        assertThat(values(fields(only(busybox("0 22-2 * * * x\n"))).hours())).isEqualTo("0 1 2 22 23");
        assertThat(values(fields(only(busybox("5/15 0 * * * x\n"))).minutes())).isEqualTo("5");
    }

    @Test
    void no_line_of_any_text_is_lost_or_throws() {
        String odd =
                "\0\n\t \n*\n@\n=\n\"=\n'\n~\n-\n#\n* * * * *\n1-\n*/\n,\n9999999999999999999999 1 1 1 1 x\n\\\n\uFFFD\n";
        long content = odd.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .count();

        for (Flavour flavour : Flavour.values()) {
            for (TableKind kind : TableKind.values()) {
                Crontab table = Crontab.read(odd, flavour, kind);
                if (flavour != Flavour.BUSYBOX) {
                    assertThat(table.lines().size() + table.settings().size()).isEqualTo((int) content);
                }
            }
        }
    }
}
