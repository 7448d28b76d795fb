package dev.slipway.facts;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The machine as a whole.
 *
 * @param name name in the inventory
 * @param address address that was connected to; empty for a recording
 * @param owner owner's name in the inventory; {@code unowned} if none was given
 * @param scannedAt instant of the scan in UTC, ISO 8601
 * @param account who looked
 * @param init {@code systemd}, {@code upstart}, {@code sysv}, {@code openrc}, {@code busybox}, or the command of process 1
 * @param cpuCount processors that the kernel shows
 * @param memoryBytes MemTotal of /proc/meminfo
 * @param swapBytes SwapTotal of /proc/meminfo
 * @param timeZone IANA name where one is configured ({@code Europe/Paris}), else what {@code date +%Z} says
 * @param hostName what the kernel calls itself
 * @param addresses addresses of the interfaces, without loopback and link-local ones, with prefix length: {@code 10.0.0.11/24}
 * @param virtualization {@code kvm}, {@code vmware}, {@code none} ...
 * @param cgroup {@code v1}, {@code v2}, {@code hybrid}, {@code none}
 * @param selinux {@code enforcing}, {@code permissive}, {@code disabled}, {@code absent}
 * @param apparmor {@code enabled}, {@code disabled}, {@code absent}
 * @param uptimeSeconds seconds since boot
 * @param clockSkewSeconds host's clock minus scanner's clock; large values make certificates and logs lie
 * @param sysctls kernel parameters that a file on the host sets: name to value
 * @param kernelModules names of the loaded modules
 * @param nameServers resolver's name servers
 * @param searchDomains resolver's search domains
 * @param evidence the lines that name the release, the kernel, memory and time zone
 */
@RecordBuilder
public record Host(
        String name,
        String address,
        String owner,
        List<String> tags,
        String scannedAt,
        Account account,
        Os os,
        Fact<String> init,
        Fact<Integer> cpuCount,
        Fact<Long> memoryBytes,
        Fact<Long> swapBytes,
        Fact<String> timeZone,
        Fact<String> hostName,
        List<String> addresses,
        Fact<String> virtualization,
        Fact<String> cgroup,
        Fact<String> selinux,
        Fact<String> apparmor,
        Fact<Long> uptimeSeconds,
        Fact<Long> clockSkewSeconds,
        SortedMap<String, String> sysctls,
        List<String> kernelModules,
        List<String> nameServers,
        List<String> searchDomains,
        List<EvidenceLine> evidence)
        implements HostBuilder.With {

    public Host {
        tags = List.copyOf(tags);
        addresses = List.copyOf(addresses);
        sysctls = new TreeMap<>(sysctls);
        kernelModules = List.copyOf(kernelModules);
        nameServers = List.copyOf(nameServers);
        searchDomains = List.copyOf(searchDomains);
        evidence = List.copyOf(evidence);
    }

    /** A host of which nothing is known but its name. */
    public static Host unread(String name) {
        String reason = "not read";
        return new Host(
                name,
                "",
                "unowned",
                List.of(),
                "",
                new Account("", false),
                Os.unread(),
                Fact.unknown(reason),
                Fact.unknown(reason),
                Fact.unknown(reason),
                Fact.unknown(reason),
                Fact.unknown(reason),
                Fact.unknown(reason),
                List.of(),
                Fact.unknown(reason),
                Fact.unknown(reason),
                Fact.unknown(reason),
                Fact.unknown(reason),
                Fact.unknown(reason),
                Fact.unknown(reason),
                new TreeMap<>(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    /**
     * The account that the scan used on the host.
     *
     * @param user login name
     * @param privileged whether everything was read with root's rights
     */
    public record Account(String user, boolean privileged) {}

    /**
     * The operating system.
     *
     * @param id {@code debian}, {@code rhel}, {@code centos}, {@code sles}, {@code alpine} ... as in /etc/os-release
     * @param versionId {@code 12}, {@code 7.9}
     * @param name {@code Debian GNU/Linux 12 (bookworm)}
     * @param kernel release of the running kernel: {@code 5.10.0-28-amd64}
     * @param arch machine of the kernel: {@code x86_64}
     */
    public record Os(
            Fact<String> id, Fact<String> versionId, Fact<String> name, Fact<String> kernel, Fact<String> arch) {
        static Os unread() {
            String reason = "not read";
            return new Os(
                    Fact.unknown(reason),
                    Fact.unknown(reason),
                    Fact.unknown(reason),
                    Fact.unknown(reason),
                    Fact.unknown(reason));
        }
    }
}
