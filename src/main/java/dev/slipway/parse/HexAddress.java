package dev.slipway.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** An internet address as /proc/net writes it: words of 32 bits in hexadecimal, in the byte order of the machine. */
final class HexAddress {
    private static final int GROUPS = 8;

    private HexAddress() {}

    /** The address as people write it; one of version 4 inside version 6 is of version 4. */
    static Optional<String> parse(String hex, boolean bigEndian) {
        if (!hex.matches("[0-9A-Fa-f]{8}|[0-9A-Fa-f]{32}")) {
            return Optional.empty();
        }
        List<Integer> bytes = bytes(hex, bigEndian);
        if (bytes.size() == 4) {
            return Optional.of(version4(bytes));
        }
        boolean mapped =
                bytes.subList(0, 10).stream().allMatch(b -> b == 0) && bytes.get(10) == 0xff && bytes.get(11) == 0xff;
        return Optional.of(mapped ? version4(bytes.subList(12, 16)) : version6(bytes));
    }

    private static List<Integer> bytes(String hex, boolean bigEndian) {
        List<Integer> bytes = new ArrayList<>();
        for (int word = 0; word < hex.length(); word += 8) {
            for (int i = 0; i < 4; i++) {
                int at = word + 2 * (bigEndian ? i : 3 - i);
                bytes.add(Integer.parseInt(hex.substring(at, at + 2), 16));
            }
        }
        return bytes;
    }

    private static String version4(List<Integer> bytes) {
        return bytes.stream().map(String::valueOf).collect(Collectors.joining("."));
    }

    /** The form of RFC 5952: the longest run of zeros is left out, the first of several. */
    private static String version6(List<Integer> bytes) {
        List<Integer> groups = new ArrayList<>();
        for (int i = 0; i < bytes.size(); i += 2) {
            groups.add(bytes.get(i) * 256 + bytes.get(i + 1));
        }
        int start = 0;
        int length = 0;
        for (int i = 0; i < GROUPS; i++) {
            int run = zeros(groups, i);
            if (run > length) {
                start = i;
                length = run;
            }
        }
        return length < 2
                ? join(groups)
                : join(groups.subList(0, start)) + "::" + join(groups.subList(start + length, GROUPS));
    }

    private static int zeros(List<Integer> groups, int from) {
        int to = from;
        while (to < GROUPS && groups.get(to) == 0) {
            to++;
        }
        return to - from;
    }

    private static String join(List<Integer> groups) {
        return groups.stream().map(Integer::toHexString).collect(Collectors.joining(":"));
    }
}
