package dev.slipway.workload;

import dev.slipway.facts.EvidenceLine;
import dev.slipway.facts.SecretFound;
import dev.slipway.facts.SessionState;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the workload of what stands in a file, from the file's place and from the product that it configures. */
final class Owners {
    private static final Pattern PID = Pattern.compile("^(?:pid )?(\\d{1,9})\\b");

    private final SortedMap<String, Candidate> candidates;
    private final Territory territory;
    private final SortedMap<Integer, String> byPid;

    Owners(SortedMap<String, Candidate> candidates, Territory territory, SortedMap<Integer, String> byPid) {
        this.candidates = candidates;
        this.territory = territory;
        this.byPid = byPid;
    }

    /** By the place of the file, else the only workload of this product; empty if neither tells. */
    String ofConfiguration(String product, List<EvidenceLine> evidence) {
        return byPlace(evidence, product).or(() -> only(product)).orElse("");
    }

    /** The same where the product is only a word in a text: {@code Tomcat StandardManager}. */
    String ofText(String text, List<EvidenceLine> evidence) {
        return byPlace(evidence, "")
                .or(() -> only(text.toLowerCase(Locale.ROOT).split("\\s", 2)[0]))
                .orElse("");
    }

    /** By the file that configures it, else by the place of the sessions, else by the product that its name begins with. */
    String ofSession(SessionState session) {
        return byPlace(session.evidence(), "")
                .or(() -> session.path().startsWith("/") ? territory.owner(session.path()) : Optional.empty())
                .orElseGet(() -> ofText(session.mechanism(), session.evidence()));
    }

    private Optional<String> byPlace(List<EvidenceLine> evidence, String product) {
        return evidence.stream().flatMap(line -> place(line, product).stream()).findFirst();
    }

    private Optional<String> place(EvidenceLine line, String product) {
        // The item of an entry inside an archive is the archive's path, "!/" and the entry's.
        String path = line.item().replaceFirst("!/?.*$", "");
        if (path.startsWith("/")) {
            return territory
                    .owner(path)
                    .or(() -> territory.owners(path).stream()
                            .filter(id -> runs(id, product))
                            .findFirst());
        }
        return pid(line);
    }

    /** Lines about a process begin with its number. */
    private Optional<String> pid(EvidenceLine line) {
        Matcher pid = PID.matcher(line.text());
        boolean ofProcess =
                List.of("processes", "environment", "jvm", "libraries").contains(line.probe());
        return ofProcess && pid.find()
                ? Optional.ofNullable(byPid.get(Integer.parseInt(pid.group(1))))
                : Optional.empty();
    }

    private Optional<String> only(String product) {
        if (product.isEmpty()) {
            return Optional.empty();
        }
        List<String> ids =
                candidates.keySet().stream().filter(id -> runs(id, product)).toList();
        return ids.size() == 1 ? Optional.of(ids.get(0)) : Optional.empty();
    }

    private boolean runs(String id, String product) {
        Candidate candidate = Optional.ofNullable(candidates.get(id)).orElseThrow();
        return candidate.product().equals(product);
    }

    /** Whose code an archive is: that which it was found for, else by its place. */
    String ofArchive(String path) {
        return candidates.entrySet().stream()
                .filter(entry -> entry.getValue().subject().archives().stream()
                        .anyMatch(archive -> archive.path().equals(path)))
                .map(Map.Entry::getKey)
                .findFirst()
                .or(() -> territory.owner(path))
                .orElse("");
    }

    SecretFound ofSecret(SecretFound secret) {
        Optional<String> owner = secret.where().startsWith("/")
                ? territory.owner(secret.where()).or(() -> byPlace(secret.evidence(), ""))
                : byPlace(secret.evidence(), "");
        return new SecretFound(secret.where(), secret.name(), secret.kind(), owner.orElse(""), secret.evidence());
    }
}
