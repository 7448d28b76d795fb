package dev.slipway.parse;

import dev.slipway.evidence.Evidence;
import dev.slipway.evidence.EvidenceItem;
import dev.slipway.facts.EvidenceLine;
import dev.slipway.facts.Fact;
import dev.slipway.facts.Gap;
import dev.slipway.facts.Host;
import dev.slipway.facts.HostFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The distribution, the kernel and the init system. */
final class OsParser implements Parser {
    private static final String PROBE = "os";

    @Override
    public HostFacts read(Evidence evidence, HostFacts soFar) {
        Optional<Release> release = Release.of(evidence.read(PROBE, "release").toList());
        Optional<EvidenceItem> kernel = evidence.command(PROBE, "kernel");
        List<EvidenceLine> lines = new ArrayList<>(soFar.host().evidence());
        release.map(Release::evidence).ifPresent(lines::add);
        kernel.flatMap(item -> line(item, 2).map(text -> item.at(2, text))).ifPresent(lines::add);
        Host host = soFar.host()
                .with(h -> h.os(os(release, kernel))
                        .hostName(Fact.of(kernel.flatMap(item -> line(item, 3)), "not read"))
                        .init(evidence.command(PROBE, "init")
                                .map(InitSystem::of)
                                .orElse(Fact.unknown("not read")))
                        .evidence(lines));
        List<Gap> gaps = new ArrayList<>(soFar.gaps());
        for (String section : List.of("release", "kernel", "init")) {
            gaps.addAll(Gaps.of(evidence, PROBE, section, "host"));
        }
        return soFar.with(facts -> facts.host(host).gaps(gaps));
    }

    private static Host.Os os(Optional<Release> release, Optional<EvidenceItem> kernel) {
        String none = "no file names the release";
        return new Host.Os(
                Fact.of(release.map(Release::id), none),
                Fact.of(release.map(Release::versionId), none),
                Fact.of(release.map(Release::name), none),
                Fact.of(kernel.flatMap(item -> line(item, 2)), "not read"),
                Fact.of(kernel.flatMap(item -> line(item, 1)), "not read"));
    }

    private static Optional<String> line(EvidenceItem item, int number) {
        return item.lines().stream()
                .skip(number - 1L)
                .findFirst()
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }
}
