package dev.slipway.draft;

import dev.slipway.assess.FleetIndex;
import java.util.Locale;

/** Names that Kubernetes accepts, made from text that came from a host. */
final class ObjectName {
    private static final int MOST_OF_A_CRON_JOB = 52;
    private static final int MOST_OF_A_PORT = 15;

    private ObjectName() {}

    /** A name that starts with a letter and is a label of a domain name: fit for every kind of object. */
    static String of(String text) {
        return FleetIndex.slug(text);
    }

    /** The name of a CronJob, whose pods' names have to fit behind it. */
    static String ofCronJob(String text) {
        String name =
                text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^[^a-z]+|-+$", "");
        return name.isEmpty() ? "job" : cut(name, MOST_OF_A_CRON_JOB);
    }

    /** The name of a port. */
    static String ofPort(String text) {
        return cut(of(text), MOST_OF_A_PORT);
    }

    /** A key of a Secret or a ConfigMap, which is also a file's name. */
    static String key(String text) {
        String key = text.replaceAll("[^A-Za-z0-9._-]+", "-").replaceAll("^[.-]+|[.-]+$", "");
        return key.isEmpty() ? "value" : cut(key, 63);
    }

    /** Whether it can be the name of a variable. */
    static boolean isVariable(String name) {
        return name.matches("[A-Za-z_][A-Za-z0-9_]{0,127}");
    }

    /** Whether the name of a setting says that its value is secret. */
    static boolean soundsSecret(String name) {
        return name.toLowerCase(Locale.ROOT)
                .matches(
                        ".*(pass|pwd|secret|token|bearer|credential|private|api.?key|access.?key|\\bkey\\b|license).*");
    }

    private static String cut(String name, int most) {
        return name.length() <= most ? name : name.substring(0, most).replaceAll("[.-]+$", "");
    }
}
