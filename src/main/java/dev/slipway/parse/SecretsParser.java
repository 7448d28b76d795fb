package dev.slipway.parse;

import dev.slipway.evidence.Evidence;
import dev.slipway.evidence.RedactedSecret;
import dev.slipway.facts.EvidenceLine;
import dev.slipway.facts.HostFacts;
import dev.slipway.facts.HostProcess;
import dev.slipway.facts.SecretFound;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Tells which secrets stand in the clear on the host, and where, from what was redacted. */
final class SecretsParser implements Parser {
    private static final int MOST_LINES = 10;

    @Override
    public HostFacts read(Evidence evidence, HostFacts soFar) {
        SortedMap<Integer, String> names = new TreeMap<>();
        for (HostProcess process : soFar.processes()) {
            names.put(process.pid(), process.name());
        }
        RedactedLines lines = new RedactedLines(evidence);
        SortedMap<String, SecretFound> found = new TreeMap<>();
        for (RedactedSecret secret : evidence.secrets()) {
            RedactedLines.Place place = lines.place(secret);
            String where = place.pid()
                    .map(pid -> place.what() + " of " + names.getOrDefault(pid, "a process that has ended"))
                    .orElse(place.what());
            String name = secret.name().isEmpty() ? secret.kind() : secret.name();
            String key = where + '\0' + place.pid().orElse(0) + '\0' + name + '\0' + secret.kind();
            SecretFound one = new SecretFound(where, name, secret.kind(), "", List.of(place.line()));
            found.merge(key, one, SecretsParser::together);
        }
        return soFar.with(facts -> facts.secretsFound(List.copyOf(found.values())));
    }

    /** One secret in one place, seen in another line or by another probe. */
    private static SecretFound together(SecretFound one, SecretFound two) {
        List<EvidenceLine> lines = new ArrayList<>(one.evidence());
        two.evidence().stream()
                .filter(line -> lines.size() < MOST_LINES)
                .filter(line -> lines.stream().noneMatch(other -> other.line() == line.line()))
                .forEach(lines::add);
        return new SecretFound(one.where(), one.name(), one.kind(), one.workload(), lines);
    }
}
