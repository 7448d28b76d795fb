package dev.slipway.probe;

import dev.slipway.jvm.Annotation;
import dev.slipway.jvm.ClassFile;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What compiled classes say about schedules and sessions: a line for each annotation, {@code CLASS.METHOD @TYPE(NAME="VALUE")}; for
 * a scheduler that code sets up {@code CLASS uses TYPE "EXPRESSION"}; {@code more BYTES} for what was not sent; at the end
 * {@code classes COUNT}. Nothing else of a class is kept.
 */
final class ClassLines {
    private static final Pattern ANNOTATIONS = Pattern.compile(
            "(?:org\\.springframework\\.scheduling|(?:javax|jakarta)\\.ejb|io\\.quarkus\\.scheduler|io\\.micronaut\\.scheduling"
                    + "|net\\.javacrumbs\\.shedlock)\\..*|.*\\.XxlJob|.*\\.Enable\\w*HttpSession");
    private static final Pattern SCHEDULERS =
            Pattern.compile("org\\.quartz\\.(?:CronScheduleBuilder|SimpleScheduleBuilder)"
                    + "|org\\.springframework\\.scheduling\\.support\\.(?:CronTrigger|PeriodicTrigger)"
                    + "|java\\.util\\.concurrent\\.ScheduledExecutorService|java\\.util\\.Timer");
    /** Six or seven fields, as Quartz and Spring have them. */
    private static final Pattern EXPRESSION = Pattern.compile(
            "(?:[0-9*?/,LW#-]+|[A-Z]{3}(?:[-,][A-Z]{3})*)(?:\\s+[0-9A-Za-z*?/,#-]+){5,6}|\\$\\{[\\w.:-]+}");

    private final List<String> lines = new ArrayList<>();
    private int classes;

    /** Keeps what these bytes of a class say. */
    void add(byte[] bytes) {
        ClassFile.read(bytes).ifPresent(this::add);
    }

    private void add(ClassFile file) {
        classes++;
        file.annotations().stream()
                .filter(annotation -> ANNOTATIONS.matcher(annotation.type()).matches())
                .map(Annotation::toString)
                .forEach(lines::add);
        for (String used : file.usedClasses()) {
            if (SCHEDULERS.matcher(used).matches()) {
                uses(file, used);
            }
        }
    }

    private void uses(ClassFile file, String scheduler) {
        List<String> expressions = scheduler.contains("Cron")
                ? file.strings().stream()
                        .filter(text -> EXPRESSION.matcher(text).matches())
                        .toList()
                : List.of();
        String start = file.name() + " uses " + scheduler;
        if (expressions.isEmpty()) {
            lines.add(start);
        }
        expressions.forEach(expression -> lines.add(start + " \"" + expression + "\""));
    }

    void more(String line) {
        lines.add(line);
    }

    String text() {
        return String.join("\n", lines) + (lines.isEmpty() ? "" : "\n") + "classes " + classes + "\n";
    }
}
