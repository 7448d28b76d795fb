package dev.slipway.parse;

import dev.slipway.evidence.Evidence;
import dev.slipway.evidence.EvidenceItem;
import dev.slipway.evidence.EvidenceItem.Outcome;
import dev.slipway.facts.EvidenceLine;
import dev.slipway.facts.Fact;
import dev.slipway.facts.HostFacts;
import dev.slipway.facts.Syslog;
import dev.slipway.facts.Syslog.Journal;
import dev.slipway.facts.Unparsed;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The journal's settings: from its files, else from what its version does by itself. */
final class JournaldParser implements Parser {
    private static final String PROBE = "journald";
    private static final String REASON = "the journal's configuration was not read";
    private static final Pattern VERSION = Pattern.compile("(?m)^systemd (\\d{1,4})\\b");
    private static final Pattern DIRECTORY = Pattern.compile("(?m)^d.* /var/log/journal$");

    /** From this version on the journal keeps its messages to itself unless told otherwise. */
    private static final int NO_LONGER_FORWARDS = 216;

    @Override
    public HostFacts read(Evidence evidence, HostFacts soFar) {
        JournaldConfig config = JournaldConfig.of(HostFiles.of(evidence, PROBE, "config"));
        Optional<EvidenceItem> state = evidence.command(PROBE, "state");
        boolean filesComplete = evidence.items(PROBE, "config")
                .anyMatch(item -> item.kind() == EvidenceItem.Kind.SECTION && item.outcome() == Outcome.READ);
        Syslog syslog = soFar.syslog();
        Journal journal = !config.exists() && filesComplete && state.isPresent() && !runs(soFar)
                ? absent()
                : journal(config, state.map(EvidenceItem::text));
        List<Unparsed> unparsed = new ArrayList<>(soFar.unparsed());
        unparsed.addAll(config.unparsed());
        return soFar.with(facts -> facts.unparsed(unparsed)
                .syslog(new Syslog(
                        syslog.daemon(),
                        syslog.configFiles(),
                        syslog.inputs(),
                        syslog.forwards(),
                        syslog.localFiles(),
                        journal)));
    }

    private static boolean runs(HostFacts facts) {
        return facts.processes().stream()
                .anyMatch(process -> !process.inContainer() && process.name().equals("systemd-journal"));
    }

    private static Journal absent() {
        return new Journal(Fact.known("absent"), Fact.known(false), Fact.known(false), "", List.of(), List.of());
    }

    private static Journal journal(JournaldConfig config, Optional<String> state) {
        Fact<String> storage = Fact.of(
                config.value("Storage").or(() -> config.exists() ? Optional.of("auto") : Optional.empty()), REASON);
        List<EvidenceLine> evidence = List.of("Storage", "ForwardToSyslog", "SystemMaxUse").stream()
                .flatMap(key -> config.at(key).stream())
                .toList();
        return new Journal(
                storage,
                persistent(storage, state),
                forwards(config, state),
                config.value("SystemMaxUse").orElse(""),
                config.filesThatSet(),
                evidence);
    }

    private static Fact<Boolean> persistent(Fact<String> storage, Optional<String> state) {
        return switch (storage.orElse("")) {
            case "persistent" -> Fact.known(true);
            case "volatile", "none" -> Fact.known(false);
            case "auto" ->
                Fact.of(
                        state.map(text -> DIRECTORY.matcher(text).find()),
                        "whether /var/log/journal exists was not read");
            default -> Fact.unknown(REASON);
        };
    }

    /** Distributions change this default; the file they ship shows theirs in a comment. */
    private static Fact<Boolean> forwards(JournaldConfig config, Optional<String> state) {
        Optional<Boolean> set = config.value("ForwardToSyslog").map(JournaldParser::isTrue);
        Matcher version = VERSION.matcher(state.orElse(""));
        if (set.isPresent() || !version.find()) {
            return Fact.of(set, REASON);
        }
        return Fact.known(Integer.parseInt(version.group(1)) < NO_LONGER_FORWARDS);
    }

    private static boolean isTrue(String value) {
        return List.of("1", "yes", "true", "on", "y", "t").contains(value.toLowerCase(Locale.ROOT));
    }
}
