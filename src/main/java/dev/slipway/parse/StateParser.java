package dev.slipway.parse;

import dev.slipway.evidence.Evidence;
import dev.slipway.facts.EvidenceLine;
import dev.slipway.facts.Fact;
import dev.slipway.facts.Gap;
import dev.slipway.facts.HostFacts;
import dev.slipway.facts.Mount;
import dev.slipway.facts.StatePath;
import dev.slipway.parse.FileListing.Entry;
import dev.slipway.parse.StateListing.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Reads what programs keep on the host's own disks. It adds to the paths that configuration names, and says of all of them how much
 * there is; so it comes after the parsers of configuration, the mounts and the processes.
 */
final class StateParser implements Parser {
    @Override
    public HostFacts read(Evidence evidence, HostFacts soFar) {
        StateListing listing = StateListing.of(evidence);
        ServiceProcesses services = new ServiceProcesses(soFar.processes());
        List<OpenFile> open = OpenFile.of(evidence);
        StateTable table = new StateTable(listing, services, open);
        table.addKnown(soFar.state());
        table.addNamed();
        table.addPlaces();
        table.addClosed();
        table.addChanged();
        table.addOpen();
        boolean seesAll = evidence.privileged() || open.stream().anyMatch(file -> file.pid() == 1);
        Measures measures = new Measures(listing, services, open, seesAll);
        List<StatePath> state = table.rows().stream()
                .map(path -> measures.applyTo(path, soFar.mounts()))
                .toList();
        List<Gap> gaps = Stream.of(soFar.gaps().stream(), StateListing.gaps(evidence).stream(), openFiles(seesAll))
                .flatMap(each -> each)
                .distinct()
                .toList();
        return soFar.with(facts -> facts.state(state).gaps(gaps));
    }

    private static Stream<Gap> openFiles(boolean seesAll) {
        return seesAll
                ? Stream.of()
                : Stream.of(new Gap(
                        "state", "sockets", "open files of other users' processes: permission denied", Gaps.WITH_ROOT));
    }

    /** What is known of single paths: how much there is, and who may write. */
    private static final class Measures {
        private final StateListing listing;
        private final ServiceProcesses services;
        private final boolean seesAll;
        private final SortedMap<String, Place> places = new TreeMap<>();
        private final SortedMap<String, Entry> files = new TreeMap<>();
        private final List<OpenFile> open;

        private Measures(StateListing listing, ServiceProcesses services, List<OpenFile> open, boolean seesAll) {
            this.listing = listing;
            this.services = services;
            this.open = open;
            this.seesAll = seesAll;
            listing.places()
                    .values()
                    .forEach(place -> places.put(listing.aliases().named(place.path()), place));
            listing.files().forEach(file -> files.putIfAbsent(listing.aliases().named(file.path()), file));
        }

        private StatePath applyTo(StatePath path, List<Mount> mounts) {
            String name = listing.aliases().named(path.path());
            StatePath measured = path.with(row -> row.openForWriting(open(name))
                    .fileSystem(MountPoints.typeOf(listing.aliases().resolved(name), mounts)));
            return Optional.ofNullable(places.get(name))
                    .map(place -> withPlace(measured, place))
                    .or(() -> Optional.ofNullable(files.get(name)).map(file -> withFile(measured, file)))
                    .orElse(measured);
        }

        private StatePath withPlace(StatePath path, Place place) {
            return path.with(row -> row.sizeBytes(path.sizeBytes().or(place.sizeBytes()))
                    .fileCount(path.fileCount().or(place.files()))
                    .changedFileCount(place.changed())
                    .writable(writable(place.userId(), place.mode(), path.openForWriting()))
                    .evidence(with(path.evidence(), place.evidence())));
        }

        private StatePath withFile(StatePath path, Entry file) {
            String mode = file.ownerMode();
            String[] fields = file.at().text().split("\\s+", 4);
            long owner = fields.length > 2 && fields[2].matches("\\d{1,10}") ? Long.parseLong(fields[2]) : -1;
            return path.with(row -> row.sizeBytes(Fact.known(file.sizeBytes()))
                    .fileCount(Fact.known(1))
                    .changedFileCount(Fact.known(listing.isChanged(file.path()) ? 1 : 0))
                    .writable(writable(owner, mode + "------", path.openForWriting()))
                    .evidence(with(path.evidence(), file.at())));
        }

        private Fact<Boolean> writable(long owner, String mode, Fact<Boolean> isOpen) {
            boolean own = owner > 0 && services.runAs(owner) && mode.charAt(1) == 'w';
            if (own || isOpen.is(true) || mode.charAt(7) == 'w') {
                return Fact.known(true);
            }
            return Fact.unknown("owner and mode do not tell whether the program's account may write");
        }

        private Fact<Boolean> open(String name) {
            boolean found = open.stream()
                    .filter(OpenFile::path)
                    .map(file -> listing.aliases().named(file.target()))
                    .anyMatch(target -> target.equals(name) || target.startsWith(name + "/"));
            return found || seesAll ? Fact.known(found) : Fact.unknown("needs root");
        }

        private static List<EvidenceLine> with(List<EvidenceLine> evidence, EvidenceLine more) {
            List<EvidenceLine> all = new ArrayList<>(evidence);
            if (!all.contains(more)) {
                all.add(more);
            }
            return all;
        }
    }
}
