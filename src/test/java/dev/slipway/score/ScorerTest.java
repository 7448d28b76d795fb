package dev.slipway.score;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.rules.Concern;
import dev.slipway.rules.Rule;
import dev.slipway.rules.Severity;
import dev.slipway.score.RuleStanding.Status;
import dev.slipway.yaml.Place;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The worked examples of the score model, and what missing knowledge does to a score. */
final class ScorerTest {
    private static final ScoreModel MODEL = ScoreModel.defaults();
    private static final Scorer SCORER = new Scorer(MODEL);

    /** A Spring Boot service: id, severity, residual, effort, effort for each occurrence, occurrences. */
    private static final String ORDER_API = """
            LOG-001   medium  low     2 0 1
            JVM-006   medium  none    1 0 1
            JVM-011   medium  low     2 0 1
            JVM-012   low     none    1 0 1
            JVM-013   medium  none    0 0 1
            NET-001   medium  medium  1 0.5 2
            NET-013   low     none    0 0 1
            RUN-010   low     none    0 0 1
            RUN-011   low     low     1 0 1
            CFG-001   low     none    1 0 1
            SECR-001  high    low     1 0.5 1
            SECR-003  low     low     1 0 1
            SECU-001  medium  low     1 0 1
            SECU-011  info    none    0 0 1
            SECU-012  low     none    0 0 1
            AVAIL-001 medium  low     1 0 1
            AVAIL-004 medium  low     1 0 1
            AVAIL-005 info    none    0 0 1
            AVAIL-006 medium  none    1 0 1
            PLAT-010  low     low     2 0 1
            PLAT-013  info    none    1 0 1
            """;

    private static final String SHOP_TOMCAT = """
            STATE-001 high    medium  5 0 1
            STATE-002 medium  low     1 0 1
            STATE-005 high    medium  3 0 1
            STATE-010 high    medium  5 0 1
            LOG-001   medium  low     2 0 1
            LOG-003   medium  low     2 0 1
            LOG-008   low     none    1 0 1
            LOG-016   low     none    1 0 1
            SCHED-001 medium  low     1 1 5
            SCHED-002 medium  low     2 0 1
            SCHED-006 high    medium  3 0 1
            SCHED-008 medium  none    1 0 1
            SCHED-017 medium  low     3 0 1
            JVM-002   high    low     1 0 1
            JVM-005   high    none    1 0 1
            JVM-006   medium  none    1 0 1
            JVM-011   medium  low     2 0 1
            JVM-013   medium  none    0 0 1
            JVM-015   low     none    1 0 1
            NET-001   medium  medium  1 0.5 4
            NET-012   medium  none    1 0 1
            NET-013   low     none    0 0 1
            NET-015   medium  low     2 0 1
            NET-017   medium  none    1 0 1
            CFG-001   low     none    1 0 1
            CFG-003   medium  medium  3 0 1
            SECR-001  high    low     1 0.5 3
            SECR-003  low     low     1 0 1
            STOR-002  medium  low     3 0 1
            STOR-009  low     none    1 0 1
            RUN-001   medium  medium  3 0 1
            RUN-002   medium  medium  3 0 1
            RUN-009   medium  low     1 0 1
            RUN-012   low     none    0 0 1
            RUN-019   medium  medium  2 1 2
            SECU-010  medium  none    1 0 1
            SECU-011  info    none    0 0 1
            SECU-012  low     none    0 0 1
            AVAIL-001 medium  low     1 0 1
            AVAIL-004 medium  low     1 0 1
            AVAIL-005 info    none    0 0 1
            AVAIL-006 medium  none    1 0 1
            AVAIL-008 medium  low     2 0 1
            PLAT-005  low     none    0 0 1
            PLAT-010  low     low     2 0 1
            PLAT-013  info    none    1 0 1
            """;

    private static final String ERP_DB = """
            STATE-015 high    high    7 0 1
            STOR-003  blocker blocker 13 0 1
            STOR-011  low     low     1 0 1
            SECU-004  low     low     1 0 1
            SECU-005  low     none    1 0 1
            NET-004   medium  medium  1 0 1
            AVAIL-001 medium  low     1 0 1
            AVAIL-006 medium  none    1 0 1
            PLAT-005  low     none    0 0 1
            SCHED-001 medium  low     1 1 1
            SCHED-005 info    none    0 0 1
            SECR-001  high    low     1 0.5 1
            """;

    @Test
    void a_spring_boot_service_with_one_high_finding_scores_84_and_95_with_its_draft() {
        List<RuleStanding> standings = fired(ORDER_API);
        standings.addAll(quiet(Concern.STATE, Concern.STORAGE));

        Score score = SCORER.score(standings);

        assertThat(score.asIs()).contains(84);
        assertThat(score.withDraft()).contains(95);
        assertThat(score.capReason()).isEqualTo("1 finding of severity high: at most 85");
        assertThat(Effort.of(2, standings, MODEL)).isEqualTo(new Effort(17.75, 71, 106.5));
        assertThat(asIs(score)).containsExactly(65, 94, 63, 82, 78, 94, 90, 56, 78, 100, 100);
        assertThat(withDraft(score)).containsExactly(90, 100, 94, 94, 82, 94, 94, 90, 94, 100, 100);
        assertThat(Verdict.of(score, false, MODEL)).isEqualTo(Verdict.READY_WITH_CONFIGURATION);
    }

    @Test
    void a_tomcat_with_sessions_and_uploads_scores_53_and_is_held_at_74_by_its_single_replica() {
        List<RuleStanding> standings = fired(SHOP_TOMCAT);

        Score score = SCORER.score(standings);

        assertThat(score.asIs()).contains(53);
        assertThat(score.withDraft()).contains(74);
        assertThat(score.capReason()).isEqualTo("7 findings of severity high: at most 55");
        assertThat(Effort.of(3, standings, MODEL)).isEqualTo(new Effort(72.75, 291, 436.5));
        assertThat(asIs(score)).containsExactly(61, 78, 23, 68, 60, 90, 60, 36, 56, 78, 18, 78);
        assertThat(withDraft(score)).containsExactly(88, 82, 90, 90, 78, 94, 63, 75, 90, 100, 63, 94);
    }

    @Test
    void the_same_tomcat_scores_91_with_its_draft_once_its_state_its_version_and_its_job_are_mended() {
        List<RuleStanding> standings = fired(SHOP_TOMCAT);
        standings.removeIf(standing -> List.of(
                        "STATE-001",
                        "STATE-002",
                        "STATE-005",
                        "STATE-010",
                        "STOR-002",
                        "RUN-001",
                        "RUN-002",
                        "SCHED-006")
                .contains(standing.rule().id()));
        standings.addAll(quiet(Concern.STATE));

        Score score = SCORER.score(standings);

        assertThat(score.withDraft()).contains(91);
        assertThat(withDraft(score)).containsExactly(88, 82, 90, 90, 78, 94, 78, 88, 90, 100, 100, 100);
    }

    @Test
    void scanned_without_rights_the_same_tomcat_looks_better_and_its_range_holds_the_truth() {
        List<String> unread = List.of("STATE-010", "STOR-002", "STOR-009", "LOG-001", "JVM-013");
        List<RuleStanding> standings = fired(SHOP_TOMCAT).stream()
                .map(standing ->
                        unread.contains(standing.rule().id()) || standing.rule().concern() == Concern.SCHEDULING
                                ? new RuleStanding(standing.rule(), Status.UNKNOWN, 0)
                                : standing)
                .toList();

        Score score = SCORER.score(standings);

        assertThat(score.asIs()).contains(55);
        assertThat(score.capReason()).isEqualTo("5 findings of severity high: at most 55");
        assertThat(score.low().orElseThrow()).isLessThanOrEqualTo(53);
        assertThat(score.high().orElseThrow()).isGreaterThanOrEqualTo(53);
        assertThat(score.byConcern().get("scheduling"))
                .isEqualTo(new Score.OfConcern(Optional.empty(), Optional.empty(), 0));
        assertThat(score.confidence()).isEqualTo("medium");
    }

    @Test
    void a_database_on_shared_block_devices_is_capped_at_25_by_its_blocker() {
        List<RuleStanding> standings = fired(ERP_DB);
        standings.addAll(quiet(Concern.LOGGING, Concern.CONFIG, Concern.RUNTIME));

        Score score = SCORER.score(standings);

        assertThat(score.asIs()).contains(25);
        assertThat(score.capReason()).isEqualTo("1 blocker: at most 25");
        assertThat(Verdict.of(score, true, MODEL)).isEqualTo(Verdict.BLOCKED);
        assertThat(score.byConcern().get("storage").asIs()).contains(0);
    }

    @Test
    void without_caps_that_database_would_pass_for_nearly_ready() {
        List<RuleStanding> standings = fired(ERP_DB);
        standings.addAll(quiet(Concern.LOGGING, Concern.CONFIG, Concern.RUNTIME));
        ScoreModel uncapped = new ScoreModel(
                MODEL.penalties(),
                MODEL.decay(),
                MODEL.weights(),
                100,
                List.of(),
                100,
                MODEL.bands(),
                MODEL.insufficientCoverage(),
                MODEL.hoursPerPointLikely(),
                MODEL.hoursPerPointSafe());

        assertThat(new Scorer(uncapped).score(standings).asIs()).contains(72);
    }

    @Test
    void what_is_unknown_counts_as_fired_at_the_low_end_and_not_at_all_at_the_high_end() {
        List<RuleStanding> standings = fired("NET-001 medium medium 1 0 1");
        standings.addAll(quiet(Concern.NETWORK, Concern.STATE));
        standings.add(standing("STATE-010", Severity.HIGH, Status.UNKNOWN));
        standings.add(standing("STATE-009", Severity.MEDIUM, Status.QUIET));

        Score score = SCORER.score(standings);

        // network 82 x 10 and state 100 x 18 over 28; at the low end state is 60, and one high caps at 85
        assertThat(score.asIs()).contains(94);
        assertThat(score.low()).contains(68);
        assertThat(score.high()).contains(94);
        // network 18/18, state (6 + 18) / (6 + 18 + 40)
        assertThat(score.coverage()).isEqualTo(0.598);
        assertThat(score.confidence()).isEqualTo("low");
    }

    @Test
    void a_concern_of_which_nothing_is_known_never_raises_the_low_end() {
        List<RuleStanding> standings = fired("STATE-001 high medium 1 0 1\nSTATE-003 high medium 1 0 1");
        Score without = SCORER.score(standings);
        List<RuleStanding> more = new ArrayList<>(standings);
        more.add(standing("PLAT-005", Severity.LOW, Status.UNKNOWN));

        Score with = SCORER.score(more);

        assertThat(without.low()).contains(36);
        assertThat(with.low()).contains(36);
        assertThat(with.asIs()).isEqualTo(without.asIs());
        assertThat(with.coverage()).isLessThan(without.coverage());
    }

    @Test
    void there_is_no_score_where_every_rule_is_unknown() {
        Score score = SCORER.score(List.of(standing("STATE-001", Severity.HIGH, Status.UNKNOWN)));

        assertThat(score.asIs()).isEmpty();
        assertThat(Verdict.of(score, false, MODEL)).isEqualTo(Verdict.INSUFFICIENT_DATA);
    }

    @Test
    void a_host_whose_workloads_are_not_known_has_no_score_and_a_low_end_of_0() {
        Score score = SCORER.mean(List.of(), false);

        assertThat(score.asIs()).isEmpty();
        assertThat(score.low()).contains(0);
    }

    @Test
    void every_lost_point_has_its_rule_and_its_arithmetic() {
        List<RuleStanding> standings = fired("STATE-001 high medium 5 0 1\nSTATE-002 medium low 1 0 1");
        standings.addAll(quiet(Concern.LOGGING));

        Score score = SCORER.score(standings);

        // 18 of 27 parts are state: 40 x 18/27 and 18 x 0.6 x 18/27
        assertThat(score.trace())
                .containsExactly(
                        new Score.Loss("STATE-001", "state", "high", 0, 40, 26.67),
                        new Score.Loss("STATE-002", "state", "medium", 1, 10.8, 7.2));
        assertThat(score.asIs()).contains(66);
        assertThat(score.lifts())
                .containsExactly(new Score.Lift("STATE-002", 7, 1), new Score.Lift("STATE-001", 22, 5));
    }

    private static List<Integer> asIs(Score score) {
        return score.byConcern().values().stream()
                .map(concern -> concern.asIs().orElseThrow())
                .toList();
    }

    private static List<Integer> withDraft(Score score) {
        return score.byConcern().values().stream()
                .map(concern -> concern.withDraft().orElseThrow())
                .toList();
    }

    private static List<RuleStanding> fired(String table) {
        List<RuleStanding> standings = new ArrayList<>();
        for (String line : table.strip().split("\n")) {
            String[] field = line.strip().split(" +");
            standings.add(new RuleStanding(
                    rule(
                            field[0],
                            Severity.valueOf(field[1].toUpperCase(java.util.Locale.ROOT)),
                            Severity.valueOf(field[2].toUpperCase(java.util.Locale.ROOT)),
                            Double.parseDouble(field[3]),
                            Double.parseDouble(field[4])),
                    Status.FIRED,
                    Integer.parseInt(field[5])));
        }
        return standings;
    }

    private static List<RuleStanding> quiet(Concern... concerns) {
        return Arrays.stream(concerns)
                .map(concern -> standing(prefix(concern) + "-999", Severity.LOW, Status.QUIET))
                .toList();
    }

    private static RuleStanding standing(String id, Severity severity, Status status) {
        return new RuleStanding(rule(id, severity, Severity.LOW, 1, 0), status, 0);
    }

    private static Rule rule(String id, Severity severity, Severity residual, double effort, double perOccurrence) {
        Concern concern = Arrays.stream(Concern.values())
                .filter(candidate -> id.startsWith(prefix(candidate)))
                .findFirst()
                .orElseThrow();
        Place place = new Place("test", 1, 1);
        return new Rule(
                id,
                List.of(),
                false,
                concern,
                severity,
                residual,
                "host",
                Optional.empty(),
                new Rule.Expression("true", place),
                Optional.empty(),
                effort,
                perOccurrence,
                concern == Concern.STATE,
                false,
                new Rule.Text("", "", "", "", ""),
                Optional.empty(),
                "",
                List.of(),
                new Rule.Examples(List.of(), List.of(), List.of()),
                place);
    }

    private static String prefix(Concern concern) {
        return switch (concern) {
            case LOGGING -> "LOG";
            case SCHEDULING -> "SCHED";
            case NETWORK -> "NET";
            case CONFIG -> "CFG";
            case SECRETS -> "SECR";
            case STORAGE -> "STOR";
            case RUNTIME -> "RUN";
            case SECURITY -> "SECU";
            case AVAILABILITY -> "AVAIL";
            case PLATFORM -> "PLAT";
            case STATE, JVM -> concern.name();
        };
    }
}
