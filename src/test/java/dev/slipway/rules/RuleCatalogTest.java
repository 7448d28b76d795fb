package dev.slipway.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.facts.EvidenceLine;
import dev.slipway.facts.Fact;
import dev.slipway.facts.Gap;
import dev.slipway.facts.HostFacts;
import dev.slipway.facts.Listener;
import dev.slipway.facts.ListenerBuilder;
import dev.slipway.facts.Protocol;
import dev.slipway.facts.Workload;
import dev.slipway.facts.WorkloadBuilder;
import dev.slipway.schedule.JudgedJob;
import dev.slipway.yaml.YamlException;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What the engine answers, and above all what it does not claim to know. */
final class RuleCatalogTest {
    record Target(String cgroup) {}

    private static final FactSchema SCHEMA = FactSchema.of(JudgedJob.class, Target.class);
    private static final EvidenceLine LINE = new EvidenceLine("sockets", "ss", 4, "tcp LISTEN 0 100 *:80");

    @Test
    void fires_on_each_subject_with_message_and_evidence() {
        HostFacts facts = host(workload("www", Workload.Kind.PROXY))
                .withListeners(List.of(listener(80, Fact.known("www")), listener(8080, Fact.known("www"))));

        assertThat(evaluate(
                        "subject: listeners\nwhen: it.port < 1024\nmessage: port {{it.port}} of {{workload.name}}",
                        facts))
                .extracting(RuleResult::workload, RuleResult::subject, RuleResult::outcome)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                "www", "tcp 80 0.0.0.0", new Outcome.Fires("port 80 of www", "", List.of(LINE))),
                        org.assertj.core.groups.Tuple.tuple("www", "tcp 8080 0.0.0.0", new Outcome.Quiet()));
    }

    @Test
    void asks_nothing_about_what_belongs_to_the_operating_system() {
        HostFacts facts =
                host(workload("sshd", Workload.Kind.SYSTEM)).withListeners(List.of(listener(22, Fact.known("sshd"))));

        assertThat(evaluate("subject: listeners\nwhen: it.port < 1024\nmessage: m", facts))
                .isEmpty();
    }

    @Test
    void a_fact_that_could_not_be_read_makes_the_answer_unknown_with_its_reason() {
        HostFacts facts = host(workload("www", Workload.Kind.PROXY).withUserId(Fact.unknown("needs root")));

        assertThat(answers("subject: workload\nwhen: workload.userId == 0\nmessage: m", facts))
                .containsExactly(new Outcome.Unknown("userId: needs root"));
    }

    @Test
    void false_and_unknown_is_still_false() {
        HostFacts facts = host(workload("www", Workload.Kind.PROXY).withUserId(Fact.unknown("needs root")));

        assertThat(answers("subject: workload\nwhen: workload.name == 'x' && workload.userId == 0\nmessage: m", facts))
                .containsExactly(new Outcome.Quiet());
    }

    @Test
    void exists_is_true_on_an_incomplete_list_if_something_known_matches_and_unknown_otherwise() {
        HostFacts facts = host(workload("www", Workload.Kind.PROXY))
                .withListeners(List.of(listener(80, Fact.known("www"))))
                .withGaps(List.of(new Gap("listeners", "sockets", "ss: timed out", "scan again")));

        assertThat(answers("subject: workload\nwhen: workload.listeners.exists(l, l.port == 80)\nmessage: m", facts))
                .containsExactly(new Outcome.Fires("m", "", List.of()));
        assertThat(answers("subject: workload\nwhen: workload.listeners.exists(l, l.port == 81)\nmessage: m", facts))
                .containsExactly(new Outcome.Unknown("listeners: ss: timed out"));
        assertThat(answers("subject: workload\nwhen: '!workload.listeners.exists(l, l.port == 81)'\nmessage: m", facts))
                .containsExactly(new Outcome.Unknown("listeners: ss: timed out"));
    }

    @Test
    void a_rule_whose_subjects_could_not_all_be_listed_is_unknown_as_well() {
        HostFacts facts =
                host().withGaps(List.of(new Gap("jobs", "crontabs", "spool: permission denied", "scan with sudo")));

        assertThat(evaluate("subject: jobs\nwhen: it.active\nmessage: m", facts))
                .extracting(RuleResult::outcome)
                .containsExactly(new Outcome.Unknown("spool: permission denied"));
    }

    @Test
    void a_listener_whose_owner_is_unknown_may_belong_to_any_workload() {
        HostFacts facts = host(workload("www", Workload.Kind.PROXY))
                .withListeners(List.of(listener(80, Fact.unknown("owner not readable without root"))));

        assertThat(answers("subject: workload\nwhen: workload.listeners.exists(l, l.port == 80)\nmessage: m", facts))
                .containsExactly(new Outcome.Unknown("listeners: owner not readable without root"));
        assertThat(answers("subject: listeners\nwhen: it.port == 80 && workload.kind == 'proxy'\nmessage: m", facts))
                .containsExactly(new Outcome.Unknown("workload: owner not readable without root"));
    }

    @Test
    void without_a_complete_list_of_workloads_a_rule_about_them_is_unknown() {
        HostFacts facts = host().withGaps(List.of(new Gap("workloads", "processes", "hidepid", "scan as root")));

        assertThat(answers("subject: workload\nwhen: 'true'\nmessage: m", facts))
                .containsExactly(new Outcome.Unknown("hidepid"));
    }

    @Test
    void a_rule_can_look_into_objects_and_at_the_target() {
        assertThat(answers(
                        "subject: host\nwhen: target.cgroup == 'v2' && older('9.0.9', '9.0.15') && inRange('10.1.2.3', '10.0.0.0/8')\nmessage: m",
                        host()))
                .containsExactly(new Outcome.Fires("m", "", List.of()));
        assertThat(evaluate("subject: syslog.forwards\nwhen: 'true'\nmessage: m", host()))
                .isEmpty();
    }

    @Test
    void a_message_names_those_of_several_values_that_are_meant() {
        HostFacts facts = host(workload("www", Workload.Kind.PROXY).withApplications(List.of("shop", "crm", "cms")));

        assertThat(answers("""
                        subject: workload
                        when: workload.applications.size() > 1
                        named: workload.applications.filter(name, name.startsWith("c"))
                        message: "{{workload.name}} carries {{named}}\"""", facts)).containsExactly(new Outcome.Fires("www carries crm, cms", "", List.of()));
    }

    @Test
    void a_message_names_what_is_known_of_a_list_that_is_not_complete() {
        HostFacts facts = host(workload("www", Workload.Kind.PROXY))
                .withListeners(List.of(listener(80, Fact.known("www"))))
                .withGaps(List.of(new Gap("listeners", "sockets", "ss: timed out", "scan again")));

        assertThat(answers("""
                        subject: workload
                        when: workload.listeners.exists(l, l.port == 80)
                        named: workload.listeners.filter(l, l.port > 0).map(l, string(l.port))
                        message: "{{workload.name}} listens on {{named}}\"""", facts)).containsExactly(new Outcome.Fires("www listens on 80", "", List.of()));
    }

    @Test
    void an_empty_fact_leaves_no_gap_in_a_message() {
        assertThat(answers(
                        "subject: workload\nwhen: 'true'\nmessage: 'a {{workload.artifact}} of {{workload.name}} {{workload.artifact}}'",
                        host(workload("www", Workload.Kind.PROXY))))
                .containsExactly(new Outcome.Fires("a of www", "", List.of()));
    }

    @Test
    void what_a_message_names_are_texts_and_a_condition_is_true_or_false() {
        assertThatThrownBy(() -> evaluate("subject: workload\nwhen: 'true'\nnamed: workload.ports\nmessage: m", host()))
                .hasMessage("T-001.yaml:9:8: the expression is not a list of texts; in: workload.ports");
        assertThatThrownBy(() -> evaluate("subject: workload\nwhen: workload.name\nmessage: m", host()))
                .hasMessage("T-001.yaml:8:7: the expression is not true or false; in: workload.name");
    }

    @Test
    void sizes_stand_in_a_message_with_their_unit() {
        HostFacts facts = host(workload("www", Workload.Kind.PROXY)
                .withMemoryBytes(Fact.known(1_610_612_736L))
                .withPeakMemoryBytes(Fact.known(536_870_912L)));

        assertThat(answers(
                        "subject: workload\nwhen: 'true'\nmessage: '{{workload.memoryBytes}}, at most {{workload.peakMemoryBytes}}'",
                        facts))
                .containsExactly(new Outcome.Fires("1.5 GiB, at most 512 MiB", "", List.of()));
    }

    @Test
    void a_misspelt_fact_is_an_error_with_its_place_and_the_nearest_name() {
        assertThatThrownBy(() -> evaluate("subject: listeners\nwhen: it.prot == 80\nmessage: m", host()))
                .isInstanceOf(YamlException.class)
                .hasMessage("T-001.yaml:8:9: undefined field 'prot'; did you mean 'port'?; in: it.prot == 80");
        assertThatThrownBy(() -> evaluate("subject: listners\nwhen: 'true'\nmessage: m", host()))
                .hasMessage("T-001.yaml:1:1: no such subject 'listners'; did you mean 'listeners'?");
        assertThatThrownBy(() -> evaluate("subject: listeners\nwhen: it.port == '80'\nmessage: m", host()))
                .hasMessageStartingWith(
                        "T-001.yaml:8:15: found no matching overload for '_==_' applied to '(int, string)'");
        assertThatThrownBy(() -> evaluate("subject: listeners\nwhen: 'true'\nmessage: on {{it.prt}}", host()))
                .hasMessage("T-001.yaml:1:1: {{it.prt}}: no such fact 'prt'; did you mean 'port'?");
    }

    private static List<Outcome> answers(String rule, HostFacts facts) {
        return evaluate(rule, facts).stream().map(RuleResult::outcome).toList();
    }

    private static List<RuleResult> evaluate(String body, HostFacts facts) {
        String text = """
                id: T-001
                title: a title
                concern: network
                severity: low
                residual: none
                effort: 1
                %s
                why: because
                remediation: do it
                examples: {fires: [], quiet: []}
                """.formatted(body);
        Rule rule = RuleReader.read(text, "T-001.yaml", "T-001");
        return RuleCatalog.of(List.of(rule), SCHEMA).evaluate(new RuleFacts(facts, List.of(), new Target("v2")));
    }

    private static HostFacts host(Workload... workloads) {
        return HostFacts.unread("h").withWorkloads(List.of(workloads));
    }

    private static Workload workload(String id, Workload.Kind kind) {
        return WorkloadBuilder.builder()
                .id(id)
                .name(id)
                .kind(kind)
                .family("native")
                .runtime(new Workload.Product(id, Fact.known("1")))
                .launcher("systemd")
                .unit(id + ".service")
                .user(Fact.known("u"))
                .userId(Fact.known(1000))
                .pids(List.of(7))
                .ports(List.of())
                .executable(Fact.known("/bin/" + id))
                .command(Fact.known(id))
                .workingDirectory(Fact.known("/"))
                .rootDirectory("")
                .artifact("")
                .applications(List.of())
                .environment(Fact.known(new TreeMap<>()))
                .dependencies(List.of())
                .instances(1)
                .memoryBytes(Fact.known(1L))
                .peakMemoryBytes(Fact.known(1L))
                .cpuCores(Fact.known(0.1))
                .startedAt(Fact.known(1L))
                .threads(Fact.known(1))
                .confidence(1)
                .signature(id)
                .evidence(List.of())
                .build();
    }

    private static Listener listener(int port, Fact<String> workload) {
        return ListenerBuilder.builder()
                .protocol(Protocol.TCP)
                .address("0.0.0.0")
                .port(port)
                .scope(Listener.Scope.ALL)
                .processName(Fact.known("x"))
                .pid(Fact.known(7))
                .user(Fact.known("u"))
                .openedBy(Fact.known("u"))
                .workload(workload)
                .role("")
                .attribution("socket")
                .evidence(List.of(LINE))
                .build();
    }
}
