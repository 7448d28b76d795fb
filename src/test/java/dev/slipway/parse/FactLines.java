package dev.slipway.parse;

import dev.slipway.facts.EvidenceLine;
import dev.slipway.facts.Fact;
import dev.slipway.facts.HostFacts;
import dev.slipway.facts.Term;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Facts as lines for a golden file: one a fact, with every component that says something (what nobody looked for does not), and the place of its evidence. */
final class FactLines {
    private FactLines() {}

    /** What configuration files have said about a host. */
    static String configuration(HostFacts facts) {
        StringBuilder out = new StringBuilder();
        section(out, "webApplications", facts.webApplications());
        section(out, "sessionState", facts.sessionState());
        section(out, "configuredPorts", facts.configuredPorts());
        section(out, "proxyRoutes", facts.proxyRoutes());
        section(out, "endpoints", facts.endpoints());
        section(out, "settings", facts.settings());
        section(out, "clusters", facts.clusters());
        section(out, "certificates", facts.certificates());
        section(out, "virtualAddresses", facts.virtualAddresses());
        section(out, "state", facts.state());
        section(out, "configFiles", facts.configFiles());
        section(out, "jobs", facts.jobs());
        section(out, "logs", facts.logs());
        section(out, "gaps", facts.gaps());
        section(out, "unparsed", facts.unparsed());
        return out.toString();
    }

    /** What is kept on a host. */
    static String state(HostFacts facts) {
        StringBuilder out = new StringBuilder();
        section(out, "state", facts.state());
        section(out, "gaps", facts.gaps());
        return out.toString();
    }

    /** The file systems of a host. */
    static String mounts(HostFacts facts) {
        StringBuilder out = new StringBuilder();
        section(out, "mounts", facts.mounts());
        section(out, "settings", facts.settings());
        section(out, "gaps", facts.gaps());
        return out.toString();
    }

    /** What is known of services, and what is not. */
    static String units(HostFacts facts) {
        StringBuilder out = new StringBuilder();
        section(out, "units", facts.units());
        section(out, "gaps", facts.gaps());
        section(out, "unparsed", facts.unparsed());
        return out.toString();
    }

    private static void section(StringBuilder out, String name, List<? extends Record> facts) {
        if (!facts.isEmpty()) {
            out.append(name).append('\n');
            facts.forEach(fact -> out.append("  ").append(line(fact)).append('\n'));
        }
    }

    private static String line(Record fact) {
        List<String> parts = new ArrayList<>();
        for (RecordComponent component : fact.getClass().getRecordComponents()) {
            String value = text(value(fact, component));
            if (!value.isEmpty()) {
                parts.add(component.getName() + "=" + value);
            }
        }
        return String.join("  ", parts);
    }

    private static Object value(Record fact, RecordComponent component) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(fact);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(Object value) {
        if (value instanceof Fact.Unknown<?> unknown) {
            return unknown.reason().equals("not read") ? "" : "?(" + unknown.reason() + ")";
        }
        if (value instanceof Fact.Known<?> known) {
            String text = text(known.value());
            return text.isEmpty() ? "''" : text;
        }
        if (value instanceof Term term) {
            return term.term();
        }
        if (value instanceof EvidenceLine line) {
            return line.item().replaceFirst(".*/", "") + ":" + line.line();
        }
        if (value instanceof List<?> list) {
            return list.isEmpty()
                    ? ""
                    : list.stream().map(FactLines::text).toList().toString();
        }
        boolean empty = value.equals("") || value.equals(0) || (value instanceof Map<?, ?> map && map.isEmpty());
        return empty ? "" : value.toString();
    }
}
