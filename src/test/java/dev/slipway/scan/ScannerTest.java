package dev.slipway.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.slipway.inventory.InventoryHost;
import dev.slipway.ssh.Failure;
import dev.slipway.ssh.LocalShell;
import dev.slipway.ssh.Opening;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Many hosts. */
@Timeout(60)
final class ScannerTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-24T10:11:12Z"));
    private static final ScanOptions OPTIONS = ScanOptions.standard().withRetries(2, Duration.ofMillis(1));
    private static final Opening DOWN = new Opening.Failed(new Failure.Unreachable("it is down", "start it", true));
    private static final Opening REFUSED = new Opening.Failed(new Failure.AuthenticationFailed("no key", "add one"));

    private final List<String> events = new CopyOnWriteArrayList<>();

    private final ScanListener listener = new ScanListener() {
        @Override
        public void started(String host) {
            events.add("started " + host);
        }

        @Override
        public void finished(ScanOutcome outcome) {
            events.add("finished " + outcome.name());
        }
    };

    private static Scanner scanner(ScanOptions options, ShellSource shells, EvidenceSink sink) {
        return scanner(options, shells, sink, raw -> List.of());
    }

    private static Scanner scanner(ScanOptions options, ShellSource shells, EvidenceSink sink, FollowUp followUp) {
        return new Scanner(
                options, new HostScan(shells, Samples.CATALOG, followUp, Samples.REDACTOR, 1 << 20), sink, CLOCK);
    }

    private static Opening up() {
        return new Opening.Opened(new LocalShell());
    }

    private static List<InventoryHost> hosts(String... names) {
        return List.of(names).stream().map(Samples::host).toList();
    }

    @Test
    void gives_an_outcome_for_each_host_in_their_order() throws IOException {
        List<String> written = Collections.synchronizedList(new ArrayList<>());
        Scanner scanner = scanner(
                OPTIONS,
                (host, deadline) -> host.name().equals("b") ? REFUSED : up(),
                evidence -> written.add(evidence.host()));

        assertThat(scanner.scan(hosts("a", "b", "c"), listener))
                .containsExactly(
                        new ScanOutcome("a", HostOutcome.SCANNED, "", "", "2026-11-24T10:11:12Z", 0, 1),
                        new ScanOutcome(
                                "b",
                                HostOutcome.AUTHENTICATION_FAILED,
                                "no key",
                                "add one",
                                "2026-11-24T10:11:12Z",
                                0,
                                1),
                        new ScanOutcome("c", HostOutcome.SCANNED, "", "", "2026-11-24T10:11:12Z", 0, 1));
        assertThat(written).containsExactlyInAnyOrder("a", "c");
        assertThat(events)
                .containsExactlyInAnyOrder(
                        "started a", "started b", "started c", "finished a", "finished b", "finished c");
    }

    @Test
    void tries_again_only_what_may_pass_by_itself() throws IOException {
        AtomicInteger tries = new AtomicInteger();
        Scanner scanner =
                scanner(OPTIONS, (host, deadline) -> tries.incrementAndGet() < 3 ? DOWN : up(), evidence -> {});

        assertThat(scanner.scan(hosts("a"), listener))
                .extracting(ScanOutcome::outcome, ScanOutcome::attempts)
                .containsExactly(tuple(HostOutcome.SCANNED, 3));

        Scanner always = scanner(OPTIONS, (host, deadline) -> DOWN, evidence -> {});
        assertThat(always.scan(hosts("a"), listener))
                .extracting(ScanOutcome::outcome, ScanOutcome::message, ScanOutcome::attempts)
                .containsExactly(tuple(HostOutcome.UNREACHABLE, "it is down", 3));
    }

    @Test
    void scans_so_many_hosts_at_once_and_no_more() throws IOException {
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch four = new CountDownLatch(4);
        Scanner scanner = scanner(
                OPTIONS.withParallel(4),
                (host, deadline) -> {
                    most.accumulateAndGet(now.incrementAndGet(), Math::max);
                    four.countDown();
                    await(four);
                    now.decrementAndGet();
                    return REFUSED;
                },
                evidence -> {});

        scanner.scan(IntStream.range(0, 20).mapToObj(i -> Samples.host("h" + i)).toList(), listener);

        assertThat(most).hasValue(4);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void stops_before_the_next_host_and_finishes_the_running_one() throws IOException {
        List<Scanner> self = new ArrayList<>();
        self.add(scanner(
                OPTIONS.withParallel(1),
                (host, deadline) -> {
                    self.get(0).stop();
                    return up();
                },
                evidence -> {}));

        assertThat(self.get(0).scan(hosts("a", "b"), listener))
                .containsExactly(
                        new ScanOutcome("a", HostOutcome.SCANNED, "", "", "2026-11-24T10:11:12Z", 0, 1),
                        new ScanOutcome(
                                "b",
                                HostOutcome.PENDING,
                                "the scan ended before its turn",
                                "go on with --resume",
                                "",
                                0,
                                0));
        assertThat(events).containsExactly("started a", "finished a");
    }

    @Test
    void a_full_disk_ends_the_scan() {
        List<String> written = new CopyOnWriteArrayList<>();
        Scanner scanner = scanner(OPTIONS.withParallel(1), (host, deadline) -> up(), evidence -> {
            if (evidence.host().equals("b")) {
                throw new IOException("No space left on device");
            }
            written.add(evidence.host());
        });

        assertThatThrownBy(() -> scanner.scan(hosts("a", "b", "c"), listener))
                .isInstanceOf(IOException.class)
                .hasMessage("No space left on device");
        assertThat(written).containsExactly("a");
        assertThat(events).containsExactly("started a", "finished a", "started b");
    }

    @Test
    void a_bug_on_one_host_does_not_cost_the_others() {
        List<String> written = new CopyOnWriteArrayList<>();
        Scanner scanner = scanner(
                OPTIONS.withParallel(1), (host, deadline) -> up(), evidence -> written.add(evidence.host()), raw -> {
                    if (raw.host().equals("a")) {
                        throw new IllegalArgumentException("a bug");
                    }
                    return List.of();
                });

        assertThatThrownBy(() -> scanner.scan(hosts("a", "b"), listener))
                .hasRootCauseInstanceOf(IllegalArgumentException.class)
                .hasRootCauseMessage("a bug");
        assertThat(written).containsExactly("b");
    }
}
