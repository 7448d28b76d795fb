package dev.slipway.score;

import dev.slipway.facts.Workload;
import dev.slipway.rules.Severity;
import dev.slipway.score.RuleStanding.Status;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Work to move a workload.
 *
 * @param storyPoints sum
 * @param likelyHours hours that are as likely too many as too few
 * @param safeHours hours that four of five such moves keep within
 */
public record Effort(double storyPoints, double likelyHours, double safeHours) {
    private static final int MAX_OCCURRENCES = 10;
    private static final double REVIEW_SHARE = 0.25;
    private static final double UNKNOWN_BASE = 5;

    /** Story points for image, pipeline and first deployment, by runtime. */
    private static final SortedMap<String, Double> BASE = new TreeMap<>(Map.ofEntries(
            Map.entry("go", 2d),
            Map.entry("spring-boot", 2d),
            Map.entry("quarkus", 2d),
            Map.entry("java-jar", 2d),
            Map.entry("java-main", 2d),
            Map.entry("node", 2d),
            Map.entry("python", 2d),
            Map.entry("ruby", 2d),
            Map.entry("nginx", 2d),
            Map.entry("httpd", 2d),
            Map.entry("haproxy", 2d),
            Map.entry("tomcat", 3d),
            Map.entry("jetty", 3d),
            Map.entry("liberty", 3d),
            Map.entry("php-fpm", 4d),
            Map.entry("wildfly", 5d),
            Map.entry("weblogic", 13d),
            Map.entry("websphere", 13d)));

    /** Story points of a rule that fired: a draft that does the work leaves a quarter of it, to review and test. */
    public static double ofRule(RuleStanding standing) {
        double points = standing.rule().effort()
                + standing.rule().effortPerOccurrence() * Math.min(standing.occurrences(), MAX_OCCURRENCES);
        return standing.rule().residual() == Severity.NONE ? points * REVIEW_SHARE : points;
    }

    /** Story points before any rule. */
    static double base(Workload workload) {
        return BASE.getOrDefault(workload.runtime().name(), UNKNOWN_BASE);
    }

    /** The effort for a workload with this base. */
    static Effort of(double base, List<RuleStanding> standings, ScoreModel model) {
        double points = base
                + standings.stream()
                        .filter(standing -> standing.status() == Status.FIRED)
                        .mapToDouble(Effort::ofRule)
                        .sum();
        return new Effort(points, points * model.hoursPerPointLikely(), points * model.hoursPerPointSafe());
    }

    /** The effort to move this workload. */
    public static Effort of(Workload workload, List<RuleStanding> standings, ScoreModel model) {
        return of(base(workload), standings, model);
    }
}
