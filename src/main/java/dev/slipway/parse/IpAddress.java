package dev.slipway.parse;

import dev.slipway.facts.Endpoint.Scope;
import java.util.Optional;

/**
 * A literal address of version 4, or of version 6 as far as its kind can be told.
 *
 * @param text as written
 * @param first its first number: an octet of version 4, 16 bits of version 6
 * @param second its second number
 * @param version 4 or 6
 */
record IpAddress(String text, int first, int second, int version) {

    static Optional<IpAddress> parse(String text) {
        return text.indexOf(':') >= 0 ? parseSix(text) : parseFour(text);
    }

    private static Optional<IpAddress> parseFour(String text) {
        String[] octets = text.split("\\.", -1);
        if (octets.length != 4) {
            return Optional.empty();
        }
        for (String octet : octets) {
            if (!octet.matches("[0-9]{1,3}") || Integer.parseInt(octet) > 255) {
                return Optional.empty();
            }
        }
        return Optional.of(new IpAddress(text, Integer.parseInt(octets[0]), Integer.parseInt(octets[1]), 4));
    }

    private static Optional<IpAddress> parseSix(String text) {
        if (text.length() > 45 || !text.matches("[0-9a-fA-F:.]+(%[a-z0-9]+)?")) {
            return Optional.empty();
        }
        if (text.startsWith("::ffff:") && text.indexOf('.') > 0) {
            return parseFour(text.substring("::ffff:".length()));
        }
        String[] groups = text.replaceAll("%.*", "").split(":", -1);
        for (String group : groups) {
            if (group.length() > 4 && group.indexOf('.') < 0) {
                return Optional.empty();
            }
        }
        boolean whole = groups.length == 8 && text.indexOf("::") < 0;
        return whole || text.indexOf("::") >= 0
                ? Optional.of(new IpAddress(text, group(groups, 0), group(groups, 1), 6))
                : Optional.empty();
    }

    private static int group(String[] groups, int index) {
        return index < groups.length && groups[index].matches("[0-9a-fA-F]{1,4}")
                ? Integer.parseInt(groups[index], 16)
                : 0;
    }

    boolean isLoopback() {
        return version == 4 ? first == 127 : text.equals("::1");
    }

    /** Whether it means all addresses of a host. */
    boolean isAny() {
        return version == 4 ? text.equals("0.0.0.0") : text.equals("::");
    }

    boolean isMulticast() {
        return version == 4 ? first >= 224 && first <= 239 : first >> 8 == 0xff;
    }

    boolean isPrivate() {
        return version == 4 ? isPrivateFour() : (first & 0xfe00) == 0xfc00 || (first & 0xffc0) == 0xfe80;
    }

    private boolean isPrivateFour() {
        return switch (first) {
            case 10 -> true;
            case 100 -> second >= 64 && second <= 127;
            case 169 -> second == 254;
            case 172 -> second >= 16 && second <= 31;
            case 192 -> second == 168;
            default -> false;
        };
    }

    /** Whether it can be a host's own: no netmask, no network, not 255.255.255.255. */
    boolean isUnicast() {
        return !isAny() && !isMulticast() && (version == 6 || (first > 0 && first < 240));
    }

    Scope scope() {
        if (isLoopback() || isAny()) {
            return Scope.LOOPBACK;
        }
        return isMulticast() ? Scope.MULTICAST : isPrivate() ? Scope.PRIVATE : Scope.PUBLIC;
    }
}
