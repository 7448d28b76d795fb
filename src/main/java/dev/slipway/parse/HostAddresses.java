package dev.slipway.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The addresses of the interfaces, from whichever tool the host has, without loopback and link-local ones. */
final class HostAddresses {
    private static final Pattern IP =
            Pattern.compile("\\d+: +\\S+ +inet6? ([0-9a-fA-F.:]+)(?: peer [^/ ]+)?(/\\d{1,3})\\b.*");
    private static final Pattern IFCONFIG =
            Pattern.compile("\\s+inet (?:addr:)?([0-9.]+) +.*?(?:netmask |Mask:)(\\d{1,3}(?:\\.\\d{1,3}){3})\\b.*");
    private static final Pattern IFCONFIG_6 =
            Pattern.compile("\\s+inet6 (?:addr: )?([0-9a-fA-F:]+)(?:/| +prefixlen )(\\d{1,3})\\b.*");
    private static final Pattern KERNEL_6 =
            Pattern.compile("([0-9a-f]{32}) [0-9a-f]+ ([0-9a-f]{2}) [0-9a-f]+ [0-9a-f]+ +\\S+");

    private final List<String> found = new ArrayList<>();

    private HostAddresses() {}

    /** Those in the output of ip or ifconfig, or in the kernel's own tables; in the order in which they stand there. */
    static List<String> of(List<String> lines) {
        HostAddresses addresses = new HostAddresses();
        lines.forEach(addresses::read);
        new RoutingTrie(lines).hostAddresses().forEach(addresses::add);
        return addresses.found;
    }

    private void read(String line) {
        Matcher ip = IP.matcher(line);
        Matcher four = IFCONFIG.matcher(line);
        Matcher six = IFCONFIG_6.matcher(line);
        Matcher kernel = KERNEL_6.matcher(line);
        if (ip.matches()) {
            add(ip.group(1) + ip.group(2));
        } else if (four.matches()) {
            add(four.group(1) + prefix(four.group(2)));
        } else if (six.matches()) {
            add(six.group(1) + "/" + six.group(2));
        } else if (kernel.matches()) {
            Optional<String> address = HexAddress.parse(kernel.group(1), true);
            address.ifPresent(text -> add(text + "/" + Integer.parseInt(kernel.group(2), 16)));
        }
    }

    private void add(String address) {
        boolean ofOthers = SocketRow.isLoopback(address.substring(0, (address + "/").indexOf('/')))
                || address.toLowerCase(Locale.ROOT).startsWith("fe80:");
        if (!ofOthers && !found.contains(address)) {
            found.add(address);
        }
    }

    private static String prefix(String mask) {
        int bits = 0;
        for (String part : mask.split("\\.", -1)) {
            bits += Integer.bitCount(Integer.parseInt(part));
        }
        return "/" + bits;
    }
}
