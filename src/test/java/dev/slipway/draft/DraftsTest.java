package dev.slipway.draft;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Golden;
import dev.slipway.assess.Assessment;
import dev.slipway.assess.Target;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class DraftsTest {
    private static final List<String> OWNERS = List.of("shop-team", "batch team", "unowned", "evil");

    static List<DraftFile> drafts(List<Assessment> hosts, Answers answers) {
        Drafts drafts = new Drafts(Target.defaults(), answers, DraftIndex.of(hosts), Remedies.none());
        List<DraftFile> files = new ArrayList<>(drafts.platform(OWNERS));
        for (String owner : OWNERS) {
            files.addAll(drafts.owner(
                    owner,
                    hosts.stream()
                            .filter(host -> host.facts().host().owner().equals(owner))
                            .toList()));
        }
        return files;
    }

    @Test
    void drafts_are_as_committed() {
        SortedMap<String, String> files = new TreeMap<>();
        drafts(Samples.all(), Answers.none())
                .forEach(file -> files.put(file.path().substring("drafts/".length()), file.content()));

        Golden.check(Path.of("src/test/resources/drafts"), files);
    }

    @Test
    void every_manifest_is_read_back_by_the_strict_model_and_meets_the_bar() throws IOException {
        new ManifestBar(drafts(Samples.all(), Answers.none())).check();
    }

    @Test
    void the_order_of_hosts_does_not_matter() {
        List<Assessment> backwards = new ArrayList<>(Samples.all());
        Collections.reverse(backwards);

        assertThat(drafts(backwards, Answers.none())).isEqualTo(drafts(Samples.all(), Answers.none()));
    }

    @Test
    void what_a_host_says_adds_no_instruction_to_a_dockerfile() {
        for (DraftFile file : drafts(List.of(Samples.nasty()), Answers.none())) {
            if (file.path().endsWith("/Dockerfile")) {
                assertThat(file.content().lines())
                        .as(file.path())
                        .allMatch(line ->
                                line.isEmpty() || line.matches("(#|FROM|WORKDIR|COPY|ENV|USER|EXPOSE|ENTRYPOINT) ?.*"))
                        .noneMatch(line -> line.startsWith("RUN"));
            }
        }
    }

    @Test
    void no_file_holds_characters_that_a_terminal_acts_upon() {
        for (DraftFile file : drafts(Samples.all(), Answers.none())) {
            assertThat(file.content().codePoints().filter(c -> c != '\n'))
                    .as(file.path())
                    .noneMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT);
            assertThat(file.path()).matches("drafts/[a-z_][a-zA-Z0-9._/-]*").doesNotContain("..");
        }
    }

    @Test
    void every_program_is_one_for_a_posix_shell() throws Exception {
        for (DraftFile file : drafts(Samples.all(), Answers.none())) {
            if (file.executable()) {
                Process shell = new ProcessBuilder("/bin/sh", "-n")
                        .redirectErrorStream(true)
                        .start();
                try (var in = shell.getOutputStream()) {
                    in.write(file.content().getBytes(java.nio.charset.StandardCharsets.UTF_8));
                }
                assertThat(new String(shell.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8))
                        .as(file.path())
                        .isEmpty();
                assertThat(shell.waitFor()).as(file.path()).isZero();
            }
        }
    }

    @Test
    void answers_replace_the_gaps_that_they_answer() {
        Answers answers = Answers.read("""
                shop-team:
                  namespace: shop
                  tomcat:
                    image: registry.example.com/shop/tomcat:1.2@sha256:%s
                    readinessPath: /shop/ready
                    livenessPath: /shop/alive
                    memoryMiB: "2048"
                """.formatted("a".repeat(64)), "answers.yaml");

        String manifest = drafts(List.of(Samples.shop()), answers).stream()
                .filter(file -> file.path().equals("drafts/shop-team/tomcat/k8s/statefulset.yaml"))
                .findFirst()
                .orElseThrow()
                .content();

        assertThat(manifest)
                .contains("namespace: shop\n", "path: /shop/ready", "path: /shop/alive", "memory: 2048Mi")
                .contains("registry.example.com/shop/tomcat:1.2@sha256:aaaa")
                .doesNotContain("RUN-014", "RUN-010");
    }

    @Test
    void the_example_of_answers_is_itself_an_answer() {
        for (DraftFile file : drafts(Samples.all(), Answers.none())) {
            if (file.path().endsWith("answers.example.yaml")) {
                Answers.read(file.content(), file.path());
            }
        }
    }

    @Test
    void an_answer_that_nobody_asked_for_is_refused_with_its_place() {
        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> Answers.read("a:\n  web:\n    imagge: x\n", "answers.yaml"))
                .hasMessage(
                        "answers.yaml:3:5: 'imagge' was not asked; known is one of image, readinessPath, livenessPath,"
                                + " replicas, ingressHost, memoryMiB, storageClass");
    }

    @Test
    void a_workload_on_two_hosts_is_one_folder_with_what_both_need() {
        Assessment first = Samples.batch();
        Assessment second = new Assessment(
                first.facts()
                        .withHost(first.facts()
                                .host()
                                .with(host -> host.name("batch-02").address("10.0.0.23")))
                        .withConnections(List.of(Samples.outbound("batch", "10.0.0.99", 5432))),
                first.coverage(),
                first.jobs(),
                first.workloads(),
                first.findings(),
                first.unknowns(),
                first.waived(),
                first.score(),
                first.verdict());

        SortedMap<String, String> files = new TreeMap<>();
        drafts(List.of(second, first), Answers.none()).forEach(file -> files.put(file.path(), file.content()));

        assertThat(files.keySet().stream().filter(path -> path.endsWith("/deployment.yaml")))
                .hasSize(1);
        assertThat(files.get("drafts/batch-team/batch/k8s/deployment.yaml"))
                .contains("replicas: 3  # from: 2 seen on batch-01, batch-02; at least two, so that one may stop");
        assertThat(files.get("drafts/batch-team/batch/k8s/networkpolicy.yaml"))
                .contains("cidr: \"10.0.0.14/32\"", "cidr: \"10.0.0.99/32\"");
    }
}
