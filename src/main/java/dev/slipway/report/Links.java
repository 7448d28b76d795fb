package dev.slipway.report;

import dev.slipway.facts.FileName;
import dev.slipway.facts.Workload;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Where things are: paths and fragments made of safe characters only, whatever the names of hosts and workloads. */
final class Links {
    private static final Pattern DRAFT = Pattern.compile("drafts(/[a-z0-9_][a-z0-9_.-]*)+");
    private static final Pattern WEB = Pattern.compile("https?://[^\\s\"'<>\\\\]+");

    private Links() {}

    /** A host's page, from the folder {@code report}. */
    static String host(String name) {
        return "hosts/" + FileName.of(name).value() + ".html";
    }

    /** An owner's page, from the folder {@code report}. */
    static String owner(String name) {
        return "owners/" + FileName.of(name).value() + ".html";
    }

    /** A workload's place on the page of a host that has one of this name. */
    static String workload(String host, String workload) {
        return host(host) + "#" + named(workload);
    }

    /** The id of a workload on the page of its host: the first of a name has it, the others their own. */
    static String anchor(Workload workload, List<Workload> all) {
        boolean first = all.stream()
                .filter(other -> other.name().equals(workload.name()))
                .findFirst()
                .filter(workload::equals)
                .isPresent();
        return first
                ? named(workload.name())
                : "workload-id-" + FileName.of(workload.id()).value();
    }

    private static String named(String workload) {
        return "workload-" + FileName.of(workload).value();
    }

    /** A rule's place on the page of a host. */
    static String rule(String id) {
        return "rule-" + FileName.of(id.toLowerCase(Locale.ROOT)).value();
    }

    /** A draft's folder from a page in a folder of the report; empty if it is no such path. */
    static String draft(String folder) {
        return DRAFT.matcher(folder).matches() ? "../../" + folder + "/" : "";
    }

    /** The address if it leads to the web; rules may come from users. */
    static String web(String address) {
        return WEB.matcher(address).matches() ? address : "";
    }
}
