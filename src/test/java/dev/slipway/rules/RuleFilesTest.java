package dev.slipway.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.yaml.YamlValue.Mapping;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What holds for the packaged rules as a whole. */
final class RuleFilesTest {
    private static final List<Rule> RULES = RuleFiles.builtIn();

    /** Prefix of the ids of a concern. */
    private static final String PREFIXES = """
            state STATE
            logging LOG
            scheduling SCHED
            jvm JVM
            network NET
            config CFG
            secrets SECR
            storage STOR
            runtime RUN
            security SECU
            availability AVAIL
            platform PLAT
            """;

    /** What a host must be asked before it is moved, and the rules that ask it. */
    private static final String QUESTIONS = """
            sessions in the memory of one process:    STATE-001 STATE-006 STATE-008
            sessions in local files:                  STATE-002 STATE-003 STATE-007
            clients tied to one node:                 STATE-005 STATE-019
            clusters by multicast or address:         STATE-004 STATE-016 NET-007
            files and databases of one replica:       STATE-009 STATE-010 STATE-012 STOR-002 STOR-009 STOR-010
            syslog and rsyslog with fixed paths:      LOG-002 LOG-003 LOG-004 LOG-005
            logs in local files:                      LOG-001 LOG-007 LOG-008 LOG-017 LOG-018 LOG-019
            heap dumps lost with the container:       JVM-011 JVM-012 JVM-036
            options of Java for a whole machine:      JVM-006 JVM-007 JVM-009 JVM-016
            options that a newer Java refuses:        JVM-004 JVM-005 JVM-035
            Java that does not see its limits:        JVM-001 JVM-002 JVM-003 JVM-010
            processors of the node in /proc:          JVM-033 RUN-023
            crontabs and timers:                      SCHED-001 SCHED-002 SCHED-006 SCHED-009 SCHED-019
            one run in each replica:                  SCHED-011
            doors left open:                          JVM-020 JVM-034 SECU-010 SECU-014 NET-021
            addresses written down:                   NET-001 NET-002 NET-003 NET-012
            secrets in the clear:                     SECR-001 SECR-002 SECR-005
            signals that nobody handles:              JVM-022 RUN-009 RUN-025
            """;

    @Test
    void each_concern_has_rules_and_its_ids_say_so() {
        SortedMap<String, String> prefixes = new TreeMap<>();
        PREFIXES.lines().map(line -> line.split(" ")).forEach(pair -> prefixes.put(pair[0], pair[1]));

        assertThat(prefixes.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Concern.values()).map(Concern::term).toList());
        prefixes.forEach((concern, prefix) -> assertThat(RULES)
                .as(concern)
                .filteredOn(rule -> rule.concern().term().equals(concern))
                .hasSizeGreaterThanOrEqualTo(4)
                .allMatch(rule -> rule.id().startsWith(prefix + "-")));
    }

    @Test
    void each_question_that_a_move_depends_on_has_its_rules() {
        List<String> ids = RULES.stream().map(Rule::id).toList();

        QUESTIONS
                .lines()
                .map(line -> line.split(":\\s+"))
                .forEach(question -> assertThat(ids).as(question[0]).contains(question[1].split(" ")));
    }

    @Test
    void each_rule_is_proved_by_examples_of_all_three_answers() {
        assertThat(RULES)
                .filteredOn(rule -> rule.examples().fires().isEmpty()
                        || rule.examples().quiet().isEmpty()
                        || rule.examples().unknown().isEmpty())
                .extracting(Rule::id)
                .isEmpty();
    }

    @Test
    void each_rule_speaks_chinese_about_the_same_facts() {
        assertThat(RULES)
                .filteredOn(rule -> rule.chinese()
                        .filter(text -> chinese(text.title()) && chinese(text.why()) && chinese(text.remediation()))
                        .filter(text ->
                                slots(text.message()).equals(slots(rule.text().message())))
                        .isEmpty())
                .extracting(Rule::id)
                .isEmpty();
    }

    @Test
    void each_rule_has_sources_and_says_what_becomes_of_the_drafts() {
        assertThat(RULES)
                .filteredOn(rule -> rule.references().isEmpty()
                        || rule.references().stream()
                                .anyMatch(source -> !source.url().startsWith("https://"))
                        || rule.text().drafts().isEmpty())
                .extracting(Rule::id)
                .isEmpty();
    }

    @Test
    void a_draft_never_makes_a_finding_worse() {
        assertThat(RULES)
                .filteredOn(rule -> rule.residual().compareTo(rule.severity()) < 0)
                .extracting(Rule::id)
                .isEmpty();
    }

    @Test
    void titles_are_short_and_no_two_are_the_same() {
        assertThat(RULES)
                .extracting(rule -> rule.text().title())
                .doesNotHaveDuplicates()
                .allMatch(title -> title.length() <= 75 && !title.endsWith("."));
    }

    @Test
    void a_pattern_says_where_it_begins_or_is_meant_to_be_found_anywhere() {
        // CEL finds a pattern anywhere in a text. ".*" at its start shows that somebody thought otherwise.
        Pattern mistaken = Pattern.compile("matches\\(\"\\.\\*");

        assertThat(RULES)
                .filteredOn(rule -> mistaken.matcher(rule.when().source()).find())
                .extracting(Rule::id)
                .isEmpty();
    }

    @Test
    void examples_name_no_fact_of_a_rule_that_is_about_something_else() {
        assertThat(RULES)
                .filteredOn(rule -> List.of("host", "workload").contains(rule.subject()))
                .flatExtracting(rule -> Stream.of(
                                rule.examples().fires(),
                                rule.examples().quiet(),
                                rule.examples().unknown())
                        .flatMap(List::stream)
                        .filter(example -> hasIt(example))
                        .map(example -> rule.id())
                        .toList())
                .isEmpty();
    }

    private static boolean hasIt(Mapping example) {
        return example.find("it").isPresent();
    }

    private static boolean chinese(String text) {
        return text.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
    }

    private static List<String> slots(String message) {
        return Pattern.compile("\\{\\{[^{}]*}}")
                .matcher(message)
                .results()
                .map(slot -> slot.group())
                .sorted()
                .collect(Collectors.toList());
    }
}
