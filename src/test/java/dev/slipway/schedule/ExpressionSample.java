package dev.slipway.schedule;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Makes many cron expressions, right and wrong ones, the same in each run. */
final class ExpressionSample {
    private static final List<String> DAYS = List.of("sun", "Mon", "TUE", "wed", "thu", "fri", "sat");
    private static final List<String> MONTHS = List.of("jan", "FEB", "Mar", "apr", "may", "jun", "jul", "dec");
    private final Random random;

    private ExpressionSample(long seed) {
        this.random = new Random(seed);
    }

    /** Five fields each. Some elements lie outside of what their field takes, are reversed, or are no expression at all. */
    static List<String> five(int count, long seed) {
        ExpressionSample sample = new ExpressionSample(seed);
        List<String> expressions = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            expressions.add(String.join(
                    " ",
                    sample.list(0, 60, List.of()),
                    sample.list(0, 24, List.of()),
                    sample.list(1, 31, List.of()),
                    sample.list(1, 12, MONTHS),
                    sample.list(0, 7, DAYS)));
        }
        return expressions;
    }

    private String list(int low, int high, List<String> names) {
        StringBuilder list = new StringBuilder(element(low, high, names));
        while (random.nextInt(4) == 0) {
            list.append(',').append(element(low, high, names));
        }
        return list.toString();
    }

    private String element(int low, int high, List<String> names) {
        return switch (random.nextInt(20)) {
            case 0, 1, 2, 3, 4 -> "*";
            case 5, 6, 7 -> "*/" + step();
            case 8, 9, 10 -> value(low, high, names) + "-" + value(low, high, names);
            case 11, 12 -> value(low, high, names) + "-" + value(low, high, names) + "/" + step();
            case 13 -> random.nextInt(8) == 0 ? odd() : value(low, high, names);
            default -> value(low, high, names);
        };
    }

    private String value(int low, int high, List<String> names) {
        boolean named = !names.isEmpty() && random.nextInt(3) == 0;
        return named ? names.get(random.nextInt(names.size())) : String.valueOf(low + random.nextInt(high - low + 1));
    }

    private String step() {
        return random.nextInt(30) == 0 ? "0" : String.valueOf(1 + random.nextInt(random.nextInt(10) == 0 ? 100 : 12));
    }

    private String odd() {
        List<String> odd =
                List.of("?", "L", "5/15", "1-", "-1", "", "1--2", "*5", "1#2", "099", "1-2-3", "**", "6~9", "x");
        return odd.get(random.nextInt(odd.size()));
    }
}
