package dev.slipway.parse;

import dev.slipway.facts.EvidenceLine;
import dev.slipway.facts.Gap;
import dev.slipway.facts.Setting;
import java.util.List;

/** What the properties of Quartz say about its jobs: where they are kept, and whether several schedulers share them. */
final class QuartzSettings {
    private static final List<String> NAMES = List.of(
            "org.quartz.jobStore.class",
            "org.quartz.jobStore.isClustered",
            "org.quartz.threadPool.threadCount",
            "org.quartz.plugin.jobInitializer.fileNames",
            "spring.quartz.job-store-type",
            "spring.quartz.auto-startup");

    private QuartzSettings() {}

    static void read(SourceFile file, ConfigText entries, ConfigurationFacts facts) {
        entries.entries().forEach(entry -> setting(entry.key(), entry.value(), file.at(entry.line()), facts));
    }

    /** Takes one property; most are not Quartz's. */
    static void setting(String key, String value, EvidenceLine evidence, ConfigurationFacts facts) {
        String name = key.replaceFirst("^spring\\.quartz\\.properties\\.", "");
        if (!NAMES.contains(name)) {
            return;
        }
        facts.add(new Setting("quartz", name, value, "", "", List.of(evidence)));
        boolean shared =
                value.matches(".*(?:JobStoreTX|JobStoreCMT|LocalDataSourceJobStore)") || value.equalsIgnoreCase("jdbc");
        boolean database = shared && (name.endsWith("jobStore.class") || name.endsWith("job-store-type"));
        if (database) {
            facts.add(new Gap(
                    "jobs",
                    "spring",
                    evidence.item() + ": Quartz keeps its jobs in a database",
                    "list the table QRTZ_CRON_TRIGGERS"));
        }
    }
}
