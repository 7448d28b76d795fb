package dev.slipway.parse;

import dev.slipway.facts.EvidenceLine;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Schedules that XML gives to a program: Spring's {@code task:scheduled} and cron triggers, Quartz's job files. */
final class ScheduleXml {
    private final XmlFile file;
    private final UnaryOperator<String> resolve;
    private final ConfigurationFacts facts;

    private ScheduleXml(XmlFile file, UnaryOperator<String> resolve, ConfigurationFacts facts) {
        this.file = file;
        this.resolve = resolve;
        this.facts = facts;
    }

    static void read(XmlFile file, ConfigurationFacts facts) {
        read(file, UnaryOperator.identity(), facts);
    }

    /** Reads a file in which this replaces placeholders. */
    static void read(XmlFile file, UnaryOperator<String> resolve, ConfigurationFacts facts) {
        ScheduleXml schedule = new ScheduleXml(file, resolve, facts);
        for (XmlElement element : file.root().descendants()) {
            schedule.element(element);
        }
    }

    private void element(XmlElement element) {
        if (element.is("scheduled") && element.has("ref")) {
            springTask(element);
        } else if (element.is("bean") && element.attribute("class").contains("CronTrigger")) {
            cronTrigger(element);
        } else if (element.is("cron") && element.child("cron-expression").isPresent()) {
            job(element, "quartz", element.childText("cron-expression"), element.childText("job-name"));
        }
    }

    private void springTask(XmlElement task) {
        String command = task.attribute("ref") + "." + task.attribute("method");
        for (String kind : List.of("cron", "fixed-rate", "fixed-delay")) {
            if (task.has(kind)) {
                String value = task.attribute(kind);
                job(task, "spring", kind.equals("cron") ? value : kind + "=" + value, command);
            }
        }
    }

    private void cronTrigger(XmlElement bean) {
        Optional<String> expression = property(bean, "cronExpression");
        String target = property(bean, "jobDetail").orElse(bean.attribute("id"));
        expression.ifPresent(cron -> job(bean, "quartz", cron, target));
    }

    /** The value of a bean's property, or the name of the bean that it refers to. */
    private static Optional<String> property(XmlElement bean, String name) {
        Optional<String> inAttribute = bean.attributes().entrySet().stream()
                .filter(attribute -> attribute.getKey().matches(".*:" + name + "(?:-ref)?"))
                .map(attribute -> attribute.getValue())
                .findFirst();
        return inAttribute.or(() -> bean.children("property")
                .filter(property -> property.attribute("name").equals(name))
                .map(property -> property.has("value")
                        ? property.attribute("value")
                        : property.has("ref")
                                ? property.attribute("ref")
                                : property.child("value")
                                        .map(XmlElement::text)
                                        .or(() -> property.child("ref").map(ref -> ref.attribute("bean")))
                                        .orElse(""))
                .findFirst());
    }

    private void job(XmlElement element, String flavour, String schedule, String command) {
        EvidenceLine evidence = file.at(element);
        String path = file.source().path();
        facts.add(InProcessJob.of(flavour, path, element.line(), resolve.apply(schedule), command, evidence));
    }
}
