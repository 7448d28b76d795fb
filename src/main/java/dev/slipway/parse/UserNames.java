package dev.slipway.parse;

import dev.slipway.evidence.Evidence;
import dev.slipway.evidence.EvidenceItem;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The host's user names by number: those of its own table, and of its directory as far as a process runs as one. */
final class UserNames {
    private final SortedMap<Integer, String> names = new TreeMap<>();

    private UserNames() {}

    static UserNames of(Evidence evidence) {
        UserNames users = new UserNames();
        for (String line : evidence.command("processes", "users")
                .map(EvidenceItem::text)
                .orElse("")
                .split("\n", -1)) {
            String[] fields = line.split(":", -1);
            if (fields.length > 2 && !fields[0].isEmpty() && fields[2].matches("\\d{1,9}")) {
                users.names.putIfAbsent(Integer.parseInt(fields[2]), fields[0]);
            }
        }
        return users;
    }

    /** The name, or the number where it has none. */
    String nameOf(int userId) {
        return Optional.ofNullable(names.get(userId)).orElse(String.valueOf(userId));
    }
}
