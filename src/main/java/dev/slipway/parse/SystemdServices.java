package dev.slipway.parse;

import dev.slipway.evidence.Evidence;
import dev.slipway.evidence.EvidenceItem;
import dev.slipway.facts.EvidenceLine;
import dev.slipway.facts.Fact;
import dev.slipway.facts.Unit;
import dev.slipway.parse.UnitFiles.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The services that systemd has loaded: what it says of them itself, and what their files say. */
final class SystemdServices {
    private static final String PROBE = "units";
    private static final Pattern LISTEN = Pattern.compile("(\\S.*) \\((?:Stream|Datagram|SequentialPacket)\\)");
    private static final Pattern PACKAGED = Pattern.compile("(?:/usr)?/lib/systemd/.*");
    private static final List<String> NO_SERVICE = List.of("not-found", "masked");

    private final UnitFiles files = new UnitFiles();
    private final SortedMap<String, List<String>> listens = new TreeMap<>();

    private SystemdServices(Evidence evidence) {
        evidence.read(PROBE, "unit-files").forEach(files::addFile);
        evidence.command(PROBE, "sockets").map(UnitProperties::of).orElse(List.of()).stream()
                .filter(socket -> socket.value("ActiveState").equals("active"))
                .forEach(this::addSocket);
    }

    /** One unit a service; none where systemctl did not answer. */
    static List<Unit> of(Evidence evidence) {
        SystemdServices services = new SystemdServices(evidence);
        SortedMap<String, Unit> units = new TreeMap<>();
        evidence.command(PROBE, "services")
                .ifPresent(shown -> UnitProperties.of(shown).stream()
                        .filter(properties -> properties.value("Id").endsWith(".service"))
                        .filter(properties -> !NO_SERVICE.contains(properties.value("LoadState")))
                        .map(properties -> services.unit(properties, shown))
                        .forEach(unit -> units.putIfAbsent(unit.name(), unit)));
        return List.copyOf(units.values());
    }

    private void addSocket(UnitProperties socket) {
        List<String> addresses = new ArrayList<>();
        Stream.of("Listen", "ListenStream", "ListenDatagram")
                .flatMap(property -> socket.value(property).lines())
                .forEach(line -> {
                    Matcher listen = LISTEN.matcher(line);
                    if (listen.matches()) {
                        addresses.add(listen.group(1));
                    } else if (!line.isEmpty() && !line.contains(" (")) {
                        addresses.add(line);
                    }
                });
        for (String service : words(socket.value("Triggers"))) {
            listens.computeIfAbsent(service, any -> new ArrayList<>()).addAll(addresses);
        }
    }

    private Unit unit(UnitProperties properties, EvidenceItem shown) {
        String name = properties.value("Id");
        List<Setting> settings = files.settings(properties.paths(), "Service");
        Unit written = UnitSettings.apply(Unit.unread(name, "systemd"), settings);
        List<EvidenceLine> places = new ArrayList<>(written.evidence());
        places.add(shown.at(properties.line(), "Id=" + name));
        List<String> addresses = listens.getOrDefault(name, List.of());
        return effective(written, properties)
                .with(unit -> unit.listens(
                                addresses.stream().sorted().distinct().toList())
                        .evidence(places));
    }

    /** What systemd does in the end counts more than how it is written: drop-ins, defaults and names in it are resolved. */
    private static Unit effective(Unit written, UnitProperties properties) {
        String file = properties.value("SourcePath").isEmpty()
                ? properties.value("FragmentPath")
                : properties.value("SourcePath");
        List<String> environmentFiles = environmentFiles(properties);
        return written.with(unit -> unit.state(known(properties.value("ActiveState")))
                .file(file)
                .dropIns(words(properties.value("DropInPaths")))
                .packaged(PACKAGED.matcher(file).matches())
                .type(properties.value("Type"))
                .user(first(properties.value("User"), written.user()))
                .workingDirectory(first(
                        properties.value("WorkingDirectory").replaceFirst("^[!-]", ""), written.workingDirectory()))
                .environmentFiles(environmentFiles.isEmpty() ? written.environmentFiles() : environmentFiles)
                .restart(properties.value("Restart"))
                .killSignal(UnitSettings.signal(properties.value("KillSignal")))
                .stopTimeoutSeconds(
                        TimeSpan.seconds(properties.value("TimeoutStopUSec")).orElse(0))
                .standardOutput(properties.value("StandardOutput"))
                .after(words(properties.value("After")).stream().sorted().toList())
                .mainPid(number(properties.value("MainPID")))
                .restarts(number(properties.value("NRestarts"))));
    }

    /** {@code /etc/default/shop (ignore_errors=yes)}, one a line. */
    private static List<String> environmentFiles(UnitProperties properties) {
        return Stream.of("EnvironmentFiles", "EnvironmentFile")
                .flatMap(property -> properties.value(property).lines())
                .map(line -> line.replaceFirst(" \\(ignore_errors=\\w+\\)$", ""))
                .filter(path -> path.startsWith("/"))
                .distinct()
                .toList();
    }

    private static Fact<String> known(String value) {
        return Fact.of(Optional.of(value).filter(text -> !text.isEmpty()), "systemd did not say");
    }

    private static Fact<Integer> number(String value) {
        return value.matches("\\d{1,9}")
                ? Fact.known(Integer.parseInt(value))
                : Fact.unknown("this release of systemd does not say");
    }

    private static String first(String value, String otherwise) {
        return value.isEmpty() ? otherwise : value;
    }

    private static List<String> words(String text) {
        return Stream.of(text.split("\\s+")).filter(word -> !word.isEmpty()).toList();
    }
}
