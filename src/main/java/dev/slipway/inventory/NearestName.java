package dev.slipway.inventory;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** The right name that a wrong one was probably meant to be. */
final class NearestName {
    private NearestName() {}

    /** {@code ; did you mean 'address'?} or, if nothing is near, {@code ; known are ...}. */
    static String hint(String wrong, Collection<String> right) {
        return find(wrong, right)
                .map(name -> "; did you mean '" + name + "'?")
                .orElseGet(() -> right.isEmpty() ? "" : "; known are " + String.join(", ", right));
    }

    static Optional<String> find(String wrong, Collection<String> right) {
        int far = Math.max(1, wrong.length() / 3);
        return right.stream()
                .min(Comparator.comparingInt((String name) -> distance(wrong, name))
                        .thenComparing(Comparator.naturalOrder()))
                .filter(name -> distance(wrong, name) <= far);
    }

    /** How many letters must be put in, taken out, exchanged or swapped to make one of the other; case does not count. */
    private static int distance(String one, String other) {
        String a = one.toLowerCase(Locale.ROOT);
        String b = other.toLowerCase(Locale.ROOT);
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    cost[i][j] = i + j;
                    continue;
                }
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                cost[i][j] = Math.min(Math.min(cost[i - 1][j], cost[i][j - 1]) + 1, cost[i - 1][j - 1] + change);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
                }
            }
        }
        return cost[a.length()][b.length()];
    }
}
