package dev.slipway.parse;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What /proc/net/fib_trie says: the host's own addresses of version 4, and the networks that it is directly connected to. */
final class RoutingTrie {
    private static final Pattern LEAF = Pattern.compile("\\s+\\|-- (\\d{1,3}(?:\\.\\d{1,3}){3})");
    private static final Pattern KIND = Pattern.compile("\\s+/(\\d{1,2}) (\\S+) (\\S+)");

    private final List<String> own = new ArrayList<>();
    /** Network by its first address. */
    private final SortedMap<Long, Integer> prefixes = new TreeMap<>();

    RoutingTrie(List<String> lines) {
        String address = "";
        for (String line : lines) {
            Matcher leaf = LEAF.matcher(line);
            Matcher kind = KIND.matcher(line);
            if (leaf.matches()) {
                address = leaf.group(1);
            } else if (kind.matches() && !address.isEmpty()) {
                put(address, Integer.parseInt(kind.group(1)), kind.group(2) + " " + kind.group(3));
            }
        }
    }

    private void put(String address, int prefix, String kind) {
        if (kind.equals("host LOCAL") && prefix == 32) {
            own.add(address);
        } else if (kind.equals("link UNICAST") && prefix <= 32) {
            prefixes.merge(number(address), prefix, Math::max);
        }
    }

    /** The host's addresses, each with the prefix of its network where there is one. */
    List<String> hostAddresses() {
        return own.stream().map(address -> address + prefix(number(address))).toList();
    }

    private String prefix(long address) {
        return prefixes.entrySet().stream()
                .filter(network -> inside(address, network.getKey(), network.getValue()))
                .map(Map.Entry::getValue)
                .max(Comparator.naturalOrder())
                .map(length -> "/" + length)
                .orElse("");
    }

    private static boolean inside(long address, long network, int prefix) {
        return address >> (32 - prefix) == network >> (32 - prefix);
    }

    private static long number(String address) {
        long number = 0;
        for (String part : address.split("\\.", -1)) {
            number = number * 256 + Integer.parseInt(part);
        }
        return number;
    }
}
