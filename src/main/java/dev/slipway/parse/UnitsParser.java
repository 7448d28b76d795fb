package dev.slipway.parse;

import dev.slipway.evidence.Evidence;
import dev.slipway.evidence.EvidenceItem;
import dev.slipway.facts.ConfigFile;
import dev.slipway.facts.Endpoint;
import dev.slipway.facts.Gap;
import dev.slipway.facts.HostFacts;
import dev.slipway.facts.Unit;
import dev.slipway.facts.Unparsed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the services of every manager that a host has. It needs the processes and which program is process 1. */
final class UnitsParser implements Parser {
    private static final String PROBE = "units";
    private static final Pattern RC_LOCAL =
            Pattern.compile("/etc/(?:rc\\.d/)?(?:rc|boot)\\.local|/etc/init\\.d/(?:boot|after)\\.local"
                    + "|/etc/local\\.d/[^/]+\\.start|/etc/conf\\.d/local\\.start");

    @Override
    public HostFacts read(Evidence evidence, HostFacts soFar) {
        List<Unit> units = new ArrayList<>();
        List<Unparsed> unparsed = new ArrayList<>(soFar.unparsed());
        InitScripts scripts = new InitScripts(evidence, new PidFiles(evidence, soFar.processes()));
        List<Unit> systemd = SystemdServices.of(evidence);
        systemd.stream()
                .map(unit -> InitScripts.script(unit.file()).isPresent() ? scripts.describe(unit) : unit)
                .forEach(units::add);
        units.addAll(UnitFileServices.of(evidence, names(systemd)));
        units.addAll(scripts.units(asScripts(evidence)));
        tables(evidence, soFar, units, unparsed);
        if (!soFar.host().init().is("systemd")) {
            units.addAll(UpstartJobs.of(evidence));
        }
        units.addAll(RunScripts.of(evidence));
        units.addAll(SupervisorPrograms.of(evidence));
        units.addAll(Pm2Programs.of(evidence));
        units.addAll(InternetServices.of(evidence));
        return withEndpoints(
                evidence,
                soFar.with(facts -> facts.units(units).unparsed(unparsed).gaps(gaps(evidence, soFar))));
    }

    /** Files of variables are configuration, and the variables of services name other parties. */
    private static HostFacts withEndpoints(Evidence evidence, HostFacts facts) {
        ConfigurationFacts found = new ConfigurationFacts();
        EndpointFinder finder = new EndpointFinder(facts.host());
        List<ConfigFile> files = new ArrayList<>(facts.configFiles());
        for (SourceFile file : HostFiles.of(evidence, PROBE, "environment").all()) {
            List<Endpoint> endpoints = finder.in(ShellText.parse(file.text()), file::at);
            found.addEndpoints(endpoints);
            if (facts.units().stream()
                    .anyMatch(
                            unit -> !unit.packaged() && unit.environmentFiles().contains(file.path()))) {
                files.add(ConfigFiles.of(file, endpoints));
            }
        }
        facts.units().stream()
                .filter(unit -> !unit.packaged() && !unit.evidence().isEmpty())
                .forEach(unit -> unit.environment()
                        .forEach((name, value) -> found.addEndpoints(
                                finder.in(name, value, unit.evidence().get(0)))));
        return found.addTo(facts.withConfigFiles(files));
    }

    private static void tables(Evidence evidence, HostFacts soFar, List<Unit> units, List<Unparsed> unparsed) {
        String init = soFar.host().init().orElse("");
        HostFiles tables = HostFiles.of(evidence, PROBE, "tables");
        // Others than these two leave the file alone, or read the run level in it and nothing else.
        if (List.of("sysv", "busybox", "openrc").contains(init)) {
            evidence.read(PROBE, "tables")
                    .filter(item -> item.name().equals("/etc/inittab"))
                    .map(Inittab::of)
                    .forEach(table -> {
                        units.addAll(table.units());
                        unparsed.addAll(table.unparsed());
                    });
        }
        FileListing listing =
                evidence.command(PROBE, "listing").map(FileListing::read).orElse(FileListing.empty());
        tables.all().stream()
                .filter(file -> RC_LOCAL.matcher(file.path()).matches())
                .flatMap(file -> RcLocal.of(file, executable(listing, file.path())).stream())
                .forEach(units::add);
    }

    private static Optional<Boolean> executable(FileListing listing, String path) {
        return listing.entries().stream()
                .filter(entry -> entry.path().equals(path) || entry.path().equals(path.replace("/etc/", "/etc/rc.d/")))
                .filter(entry -> entry.kind() == '-')
                .map(entry -> entry.ownerMode().contains("x"))
                .findFirst();
    }

    private static List<String> names(List<Unit> units) {
        return units.stream().map(Unit::name).toList();
    }

    /** Scripts that systemd has a unit of the same name for, or has put aside: they do not run as scripts. */
    private static SortedSet<String> asScripts(Evidence evidence) {
        SortedSet<String> names = new TreeSet<>();
        evidence.command(PROBE, "services").map(UnitProperties::of).orElse(List.of()).stream()
                .filter(unit -> !unit.value("LoadState").equals("not-found"))
                .forEach(unit -> names.add(unit.value("Id").replaceFirst("\\.service$", "")));
        return names;
    }

    private static List<Gap> gaps(Evidence evidence, HostFacts soFar) {
        List<Gap> gaps = new ArrayList<>(soFar.gaps());
        Stream.of("services", "sockets", "unit-files", "listing", "scripts", "tables", "supervisord", "pm2")
                .forEach(section -> gaps.addAll(Gaps.of(evidence, PROBE, section, "units")));
        gaps.addAll(Gaps.of(evidence, PROBE, "environment", "secretsFound"));
        boolean asked = evidence.items(PROBE, "services").anyMatch(item -> item.outcome() == EvidenceItem.Outcome.READ);
        boolean silent = asked
                && evidence.command(PROBE, "services")
                        .filter(item -> item.text().isBlank())
                        .isPresent();
        if (silent && soFar.host().init().is("systemd")) {
            gaps.add(new Gap("units", PROBE, "systemctl did not answer", Gaps.AGAIN));
        }
        return gaps.stream().distinct().toList();
    }
}
