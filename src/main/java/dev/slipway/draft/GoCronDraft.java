package dev.slipway.draft;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slipway.facts.Job;
import dev.slipway.schedule.GoCronPlan;
import dev.slipway.schedule.JudgedJob;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The tasks of goCron of one owner, and the nodes that run them. */
final class GoCronDraft {
    private static final Pattern OWN_HOST =
            Pattern.compile("(https?://)(?:127\\.0\\.0\\.1|localhost)(?::(\\d{1,5}))?(?=[/?]|$)");

    private final String namespace;
    private final DraftIndex index;
    private final SortedMap<String, List<GoCronTask>> groups = new TreeMap<>();
    private final SortedSet<String> names = new TreeSet<>();

    /**
     * @param jobs every job of the owner; those for goCron are taken
     */
    GoCronDraft(String namespace, DraftIndex index, List<JobsDraft.Found> jobs) {
        this.namespace = namespace;
        this.index = index;
        SortedMap<String, List<JobsDraft.Found>> distinct = new TreeMap<>();
        jobs.stream()
                .filter(found -> GoCronTask.isForGoCron(found.judged()))
                .forEach(found -> distinct.computeIfAbsent(key(found), key -> new ArrayList<>())
                        .add(found));
        distinct.values().forEach(this::add);
    }

    private String key(JobsDraft.Found found) {
        Job job = found.judged().job();
        return String.join(
                "\n", group(found), job.schedule(), job.command(), job.user().orElse("?"));
    }

    /** The workload whose code it runs, else its host. */
    private String group(JobsDraft.Found found) {
        return found.judged()
                .job()
                .workload()
                .toOptional()
                .filter(id -> !id.isEmpty())
                .flatMap(id -> index.workload(found.host(), id))
                .map(DraftIndex.Peer::name)
                .orElse(ObjectName.of("host-" + found.host()));
    }

    private void add(List<JobsDraft.Found> same) {
        JobsDraft.Found first = same.get(0);
        GoCronPlan.of(first.judged()).ifPresent(plan -> {
            String name = name(first.judged());
            boolean script = plan.protocol().equals("shell") && plan.command().isEmpty();
            String file = name + ".sh";
            groups.computeIfAbsent(group(first), group -> new ArrayList<>())
                    .add(new GoCronTask(
                            group(first),
                            same.stream()
                                    .map(JobsDraft.Found::host)
                                    .distinct()
                                    .sorted()
                                    .toList(),
                            name,
                            first.judged(),
                            plan,
                            script ? GoCronTask.SCRIPTS + "/" + file : address(plan, first.host()),
                            script ? Optional.of(file) : Optional.empty()));
        });
    }

    private String name(JudgedJob judged) {
        String base = ObjectName.of(JobsDraft.program(judged.job().command()));
        String name = base.substring(0, Math.min(base.length(), GoCronTask.LONGEST_NAME))
                .replaceAll("-+$", "");
        for (int i = 2; !names.add(name); i++) {
            name = base.substring(0, Math.min(base.length(), GoCronTask.LONGEST_NAME - 4)) + "-" + i;
        }
        return name;
    }

    /** An address of the host itself becomes that of the Service, where the fleet knows who answers there. */
    private String address(GoCronPlan plan, String host) {
        Matcher own = OWN_HOST.matcher(plan.command());
        if (!plan.protocol().equals("http") || !own.lookingAt()) {
            return plan.command();
        }
        int port = own.group(2) == null ? 80 : Integer.parseInt(own.group(2));
        return index.at(host, port)
                .map(peer -> own.group(1) + peer.name() + "." + peer.namespace() + ".svc:" + port
                        + plan.command().substring(own.end()))
                .orElse(plan.command());
    }

    boolean any() {
        return !groups.isEmpty();
    }

    /** The nodes of all groups that have a task for a shell. */
    List<Manifest> manifests() {
        List<Manifest> manifests = new ArrayList<>();
        groups.forEach((group, tasks) -> {
            if (tasks.stream().anyMatch(task -> task.plan().protocol().equals("shell"))) {
                manifests.addAll(new GoCronNodeDraft(namespace, group, tasks).manifests());
            }
        });
        return manifests;
    }

    /** What {@code slipway gocron push} registers. */
    String tasks() {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("dialect", "ouqiang");
        ArrayNode hosts = root.putArray("hosts");
        ArrayNode tasks = root.putArray("tasks");
        groups.forEach((group, all) -> {
            GoCronNodeDraft node = new GoCronNodeDraft(namespace, group, all);
            if (all.stream().anyMatch(task -> task.plan().protocol().equals("shell"))) {
                hosts.addObject()
                        .put("name", node.address())
                        .put("alias", node.alias())
                        .put("port", GoCronNodeDraft.PORT);
            }
            all.forEach(task -> write(task, node, tasks.addObject()));
        });
        return PrettyJson.write(root);
    }

    private void write(GoCronTask task, GoCronNodeDraft node, ObjectNode out) {
        out.put("name", task.name());
        out.put("spec", task.plan().spec());
        out.put("command", task.command());
        out.put("protocol", task.plan().protocol().toLowerCase(Locale.ROOT));
        out.put("timeoutSeconds", task.plan().timeoutSeconds());
        out.put("multi", task.plan().overlaps());
        out.put("retryTimes", 0);
        out.put("retryIntervalSeconds", 0);
        ArrayNode hosts = out.putArray("hosts");
        if (task.plan().protocol().equals("shell")) {
            hosts.add(node.alias());
        }
        out.putArray("children");
        out.put("tag", namespace.substring(0, Math.min(32, namespace.length())));
        out.put("remark", task.remark());
    }

    List<GoCronTask> all() {
        return groups.values().stream().flatMap(List::stream).toList();
    }
}
