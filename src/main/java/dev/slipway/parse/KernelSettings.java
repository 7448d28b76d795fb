package dev.slipway.parse;

import dev.slipway.evidence.EvidenceItem;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Kernel parameters that somebody has set on the host. What a distribution brings along in these files is left out: it says
 * nothing about the programs on it.
 */
final class KernelSettings {
    private static final Pattern LINE = Pattern.compile("\\s*-?\\s*([A-Za-z0-9_][A-Za-z0-9_./*-]*)\\s*=\\s*(.*?)\\s*");

    /** Names of files that come with Debian, Ubuntu or a package of theirs. */
    private static final List<String> PACKAGED = List.of(
            "10-bufferbloat.conf",
            "10-console-messages.conf",
            "10-ipv6-privacy.conf",
            "10-kernel-hardening.conf",
            "10-keyboard.conf",
            "10-link-restrictions.conf",
            "10-lxd-inotify.conf",
            "10-magic-sysrq.conf",
            "10-map-count.conf",
            "10-network-security.conf",
            "10-ptrace.conf",
            "10-zeropage.conf",
            "30-postgresql-shm.conf",
            "99-cloudimg-ipv6.conf",
            "protect-links.conf");

    /** What /etc/sysctl.conf says on every Red Hat Enterprise Linux 5 and 6 and their clones. */
    private static final List<String> RED_HAT_DEFAULTS = List.of(
            "net.ipv4.ip_forward=0",
            "net.ipv4.conf.default.rp_filter=1",
            "net.ipv4.conf.default.accept_source_route=0",
            "kernel.sysrq=0",
            "kernel.core_uses_pid=1",
            "net.ipv4.tcp_syncookies=1",
            "net.bridge.bridge-nf-call-ip6tables=0",
            "net.bridge.bridge-nf-call-iptables=0",
            "net.bridge.bridge-nf-call-arptables=0",
            "kernel.msgmnb=65536",
            "kernel.msgmax=65536",
            "kernel.shmmax=68719476736",
            "kernel.shmmax=4294967295",
            "kernel.shmall=4294967296",
            "kernel.shmall=268435456");

    private KernelSettings() {}

    /** Name to value, the last file that sets a name counts: the directories by file name, then /etc/sysctl.conf. */
    static SortedMap<String, String> of(List<EvidenceItem> files) {
        SortedMap<String, String> settings = new TreeMap<>();
        files.stream()
                .filter(file -> !PACKAGED.contains(baseName(file)))
                .sorted(Comparator.comparing((EvidenceItem file) -> file.name().equals("/etc/sysctl.conf"))
                        .thenComparing(KernelSettings::baseName))
                .forEach(file -> file.lines().forEach(line -> put(settings, line)));
        return settings;
    }

    private static String baseName(EvidenceItem file) {
        return file.name().substring(file.name().lastIndexOf('/') + 1);
    }

    private static void put(SortedMap<String, String> settings, String line) {
        Matcher form = LINE.matcher(line);
        if (form.matches()) {
            String name =
                    form.group(1).contains(".") ? form.group(1) : form.group(1).replace('/', '.');
            String value = form.group(2).replaceAll("\\s+", " ");
            if (!RED_HAT_DEFAULTS.contains(name + "=" + value)) {
                settings.put(name, value);
            }
        }
    }
}
