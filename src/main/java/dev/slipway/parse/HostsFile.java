package dev.slipway.parse;

import dev.slipway.evidence.EvidenceItem;
import dev.slipway.facts.Host;
import dev.slipway.facts.HostsEntry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The lines of /etc/hosts that name other machines: neither loopback, multicast nor the host itself. */
final class HostsFile {
    private HostsFile() {}

    static List<HostsEntry> entries(EvidenceItem item, Host host) {
        List<HostsEntry> entries = new ArrayList<>();
        int number = 0;
        for (String line : item.lines()) {
            number++;
            String[] words =
                    (line + "#").substring(0, (line + "#").indexOf('#')).strip().split("\\s+");
            if (words.length > 1 && words[0].matches("[0-9a-fA-F.:%]+") && !own(words, host)) {
                entries.add(new HostsEntry(
                        words[0],
                        Arrays.asList(words).subList(1, words.length),
                        List.of(item.at(number, line.strip()))));
            }
        }
        return entries;
    }

    private static boolean own(String[] words, Host host) {
        String address = words[0];
        String name = host.hostName().orElse("");
        return SocketRow.isLoopback(address)
                || address.startsWith("0.")
                || address.equals("::")
                || address.startsWith("255.")
                || address.matches("(?i)f[ef][0-9a-f]{2}::.*")
                || host.addresses().stream().anyMatch(own -> own.startsWith(address + "/") || own.equals(address))
                || (!name.isEmpty()
                        && Arrays.asList(words).subList(1, words.length).contains(name));
    }
}
