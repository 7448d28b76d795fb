package dev.slipway.parse;

import dev.slipway.evidence.Evidence;
import dev.slipway.evidence.EvidenceItem;
import dev.slipway.facts.EvidenceLine;
import dev.slipway.facts.Fact;
import dev.slipway.facts.Gap;
import dev.slipway.facts.Host;
import dev.slipway.facts.HostFacts;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the machine and its kernel give to every program: processors, memory, time, limits and modules. */
final class PlatformParser implements Parser {
    private static final String PROBE = "platform";
    private static final String NOT_READ = "not read";
    private static final Pattern COUNT = Pattern.compile("(?m)^([1-9]\\d{0,5})$");
    private static final Pattern ONLINE = Pattern.compile("(?m)^\\d+(?:-\\d+)?(?:,\\d+(?:-\\d+)?)*$");
    private static final Pattern CGROUP = Pattern.compile("(?m)^\\S+ \\S+ (cgroup2?) ");
    private static final Pattern UPTIME = Pattern.compile("(\\d{1,12})\\.\\d+ .*", Pattern.DOTALL);

    @Override
    public HostFacts read(Evidence evidence, HostFacts soFar) {
        Optional<EvidenceItem> cpu = evidence.command(PROBE, "cpu");
        boolean hypervisor =
                cpu.filter(item -> item.lines().contains("hypervisor")).isPresent();
        Host host = soFar.host()
                .with(h -> h.cpuCount(cpuCount(cpu))
                        .memoryBytes(memory(evidence, "MemTotal"))
                        .swapBytes(memory(evidence, "SwapTotal"))
                        .uptimeSeconds(uptime(evidence))
                        .cgroup(cgroup(evidence))
                        .virtualization(Virtualization.of(evidence.command(PROBE, "virtualization"), hypervisor))
                        .timeZone(TimeZoneName.of(evidence))
                        .clockSkewSeconds(clockSkew(evidence))
                        .selinux(selinux(evidence))
                        .apparmor(apparmor(evidence))
                        .sysctls(
                                KernelSettings.of(evidence.read(PROBE, "sysctl").toList()))
                        .kernelModules(evidence.command(PROBE, "modules")
                                .map(EvidenceItem::lines)
                                .orElse(List.of()))
                        .evidence(withMemory(evidence, soFar.host().evidence())));
        List<Gap> gaps = new ArrayList<>(soFar.gaps());
        for (String section :
                List.of("cpu", "memory", "cgroup", "virtualization", "zone", "security", "sysctl", "modules")) {
            gaps.addAll(Gaps.of(evidence, PROBE, section, "host"));
        }
        return soFar.with(facts -> facts.host(host).gaps(gaps));
    }

    private static Fact<Integer> cpuCount(Optional<EvidenceItem> item) {
        String text = item.map(EvidenceItem::text).orElse("");
        Matcher count = COUNT.matcher(text);
        Matcher online = ONLINE.matcher(text);
        if (count.find()) {
            return Fact.known(Integer.parseInt(count.group(1)));
        }
        while (online.find()) {
            // The count itself is such a line, too, where it is 0.
            if (online.start() > 0) {
                return Fact.known(cpusIn(online.group()));
            }
        }
        return Fact.unknown(NOT_READ);
    }

    /** How many numbers a list such as {@code 0-3,8} has. */
    private static int cpusIn(String list) {
        int count = 0;
        for (String part : list.split(",", -1)) {
            String[] ends = part.split("-", -1);
            count += number(ends[ends.length - 1]) - number(ends[0]) + 1;
        }
        return count;
    }

    private static int number(String digits) {
        return digits.length() > 6 ? 0 : Integer.parseInt(digits);
    }

    private static Optional<EvidenceItem> file(Evidence evidence, String section, String path) {
        return evidence.read(PROBE, section)
                .filter(item -> item.name().equals(path))
                .findFirst();
    }

    private static Fact<Long> memory(Evidence evidence, String name) {
        Pattern line = Pattern.compile("(?m)^" + name + ":\\s*(\\d{1,15}) kB$");
        Matcher form = line.matcher(file(evidence, "memory", "/proc/meminfo")
                .map(EvidenceItem::text)
                .orElse(""));
        return form.find() ? Fact.known(Long.parseLong(form.group(1)) * 1024) : Fact.unknown(NOT_READ);
    }

    private static List<EvidenceLine> withMemory(Evidence evidence, List<EvidenceLine> soFar) {
        List<EvidenceLine> lines = new ArrayList<>(soFar);
        file(evidence, "memory", "/proc/meminfo")
                .ifPresent(item -> lines.add(
                        item.at(1, item.lines().isEmpty() ? "" : item.lines().get(0))));
        evidence.command(PROBE, "zone")
                .ifPresent(item -> lines.add(item.at(1, item.text().strip().replace('\n', ' '))));
        return lines;
    }

    private static Fact<Long> uptime(Evidence evidence) {
        Matcher form = UPTIME.matcher(
                file(evidence, "memory", "/proc/uptime").map(EvidenceItem::text).orElse(""));
        return form.matches() ? Fact.known(Long.parseLong(form.group(1))) : Fact.unknown(NOT_READ);
    }

    private static Fact<String> cgroup(Evidence evidence) {
        return Fact.of(evidence.command(PROBE, "cgroup"), NOT_READ).map(item -> {
            Matcher form = CGROUP.matcher(item.text());
            boolean one = false;
            boolean two = false;
            while (form.find()) {
                one |= form.group(1).equals("cgroup");
                two |= form.group(1).equals("cgroup2");
            }
            return one && two ? "hybrid" : two ? "v2" : one ? "v1" : "none";
        });
    }

    private static Fact<String> selinux(Evidence evidence) {
        Optional<EvidenceItem> item = evidence.command(PROBE, "security");
        if (item.isEmpty()) {
            return Fact.unknown(NOT_READ);
        }
        KeyValues values = new KeyValues(item);
        return Fact.known(values.find("enforce")
                .map(enforce -> enforce.equals("1") ? "enforcing" : "permissive")
                .orElse(values.find("SELINUX").isPresent() ? "disabled" : "absent"));
    }

    private static Fact<String> apparmor(Evidence evidence) {
        Optional<EvidenceItem> item = evidence.command(PROBE, "security");
        if (item.isEmpty()) {
            return Fact.unknown(NOT_READ);
        }
        return Fact.known(new KeyValues(item)
                .find("apparmor")
                .map(enabled -> enabled.equals("Y") ? "enabled" : "disabled")
                .orElse("absent"));
    }

    private static Fact<Long> clockSkew(Evidence evidence) {
        if (evidence.hostEpochSeconds() == 0) {
            return Fact.unknown("the host did not say its time");
        }
        try {
            Instant scan = Instant.parse(evidence.scannedAt());
            return Fact.known(evidence.hostEpochSeconds() - scan.getEpochSecond());
        } catch (DateTimeParseException e) {
            return Fact.unknown("the time of the scan is not known");
        }
    }
}
