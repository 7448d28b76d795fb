package dev.slipway.parse;

import dev.slipway.evidence.Evidence;
import dev.slipway.evidence.EvidenceItem;
import dev.slipway.facts.Fact;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The accounts of a host.
 *
 * @param userIds numbers by name, of the host's own table
 * @param complete whether there can be no others: the table was read whole and no directory service adds to it
 */
record Accounts(SortedMap<String, Integer> userIds, boolean complete) {
    private static final Pattern ROW = Pattern.compile("([^:\\s]+):(\\d{1,9}):[^:]*");
    private static final Pattern LOCAL = Pattern.compile("files|compat|systemd|\\[.*|.*\\]");
    private static final Pattern SERVICES = Pattern.compile("passwd:\\s*(.*)");

    static Accounts of(Evidence evidence) {
        SortedMap<String, Integer> userIds = new TreeMap<>();
        boolean local = true;
        for (String line : evidence.command("crontabs", "users")
                .map(EvidenceItem::text)
                .orElse("")
                .split("\n", -1)) {
            Matcher row = ROW.matcher(line);
            Matcher services = SERVICES.matcher(line);
            if (row.matches()) {
                userIds.putIfAbsent(row.group(1), Integer.parseInt(row.group(2)));
            } else if (services.matches()) {
                local = Stream.of(services.group(1).split("\\s+"))
                        .allMatch(service -> LOCAL.matcher(service).matches());
            }
        }
        boolean whole = evidence.command("crontabs", "users")
                .filter(EvidenceItem::complete)
                .isPresent();
        return new Accounts(userIds, whole && local && userIds.containsKey("root"));
    }

    /** Whether there is such an account; unknown if a directory service may have it. */
    Fact<Boolean> exists(String name) {
        if (userIds.containsKey(name)) {
            return Fact.known(true);
        }
        return complete ? Fact.known(false) : Fact.unknown("accounts may come from a directory service");
    }

    /** The name of this number, or the number where it has none. */
    String nameOf(int userId) {
        return userIds.entrySet().stream()
                .filter(account -> account.getValue() == userId)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(String.valueOf(userId));
    }
}
