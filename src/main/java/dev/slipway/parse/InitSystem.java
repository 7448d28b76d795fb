package dev.slipway.parse;

import dev.slipway.evidence.EvidenceItem;
import dev.slipway.facts.Fact;
import java.util.List;
import java.util.regex.Pattern;

/** Tells which program is process 1 and starts the services. */
final class InitSystem {
    private static final Pattern BUSYBOX = Pattern.compile("(?:/sbin/init|/proc/1/exe) -> \\S*busybox");

    private InitSystem() {}

    /** {@code systemd}, {@code openrc}, {@code upstart}, {@code busybox}, {@code sysv}, or the name of process 1. */
    static Fact<String> of(EvidenceItem item) {
        List<String> lines = item.lines();
        if (lines.contains("systemd")) {
            return Fact.known("systemd");
        }
        // OpenRC runs below BusyBox's or SysV's init, so it is asked first.
        if (lines.contains("openrc")) {
            return Fact.known("openrc");
        }
        if (lines.contains("upstart")) {
            return Fact.known("upstart");
        }
        if (BUSYBOX.matcher(item.text()).find()) {
            return Fact.known("busybox");
        }
        String first = lines.isEmpty() ? "" : lines.get(0).strip();
        if (first.equals("init") && (lines.contains("inittab") || lines.contains("init.d"))) {
            return Fact.known("sysv");
        }
        return first.isEmpty() || first.contains(" ") ? Fact.unknown("process 1 is not shown") : Fact.known(first);
    }
}
