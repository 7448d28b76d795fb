package dev.slipway.schedule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/** Reads the schedule of a CronJob or the spec of a goCron task. */
final class GoExpression {
    private static final String EVERY = "@every ";
    private static final int LONGEST_GOCRON_SPEC = 64;

    private final String text;
    private final Flavour flavour;
    private String problem = "";

    private GoExpression(String text, Flavour flavour) {
        this.text = text;
        this.flavour = flavour;
    }

    /** The expression as a line that runs nothing, or why it is refused. */
    static CrontabLine read(int line, String text, Flavour flavour) {
        GoExpression expression = new GoExpression(text, flavour);
        String schedule = VixieLine.singleBlanks(text);
        return expression
                .timing()
                .<CrontabLine>map(timing ->
                        new CrontabEntry(line, text, schedule, timing, "", "", new TreeMap<>(), false, true, false, ""))
                .orElseGet(() -> new BadLine(line, text, expression.problem));
    }

    /** When the expression fires; empty if its scheduler refuses it. */
    static Optional<Timing> timing(String text, Flavour flavour) {
        return new GoExpression(text, flavour).timing();
    }

    private Optional<Timing> timing() {
        if (flavour == Flavour.KUBERNETES && text.contains("TZ")) {
            return refuse("a zone belongs into timeZone: TZ and CRON_TZ are refused in the schedule");
        } else if (flavour == Flavour.GOCRON && text.length() > LONGEST_GOCRON_SPEC) {
            return refuse("goCron keeps at most " + LONGEST_GOCRON_SPEC + " characters");
        } else if (text.startsWith("@")) {
            return descriptor();
        }
        List<String> fields = new ArrayList<>(List.of(text.strip().split("\\s+")));
        boolean counted = fields.size() == 5 || (flavour == Flavour.GOCRON && fields.size() == 6);
        if (!counted) {
            String expected = flavour == Flavour.GOCRON ? "6 fields" : "exactly 5 fields";
            return refuse("expected " + expected + ", found " + fields.size());
        }
        if (flavour == Flavour.KUBERNETES) {
            fields.add(0, "0");
        } else if (fields.size() == 5) {
            fields.add("*");
        }
        GoFields reader = new GoFields(flavour);
        CronFields times = reader.read(fields);
        return reader.problem().isEmpty() ? Optional.of(new Timing.AtTimes(times)) : refuse(reader.problem());
    }

    private Optional<Timing> descriptor() {
        if (text.startsWith(EVERY)) {
            OptionalLong seconds = GoDuration.seconds(text.substring(EVERY.length()));
            return seconds.isPresent()
                    ? Optional.of(new Timing.Every(seconds.getAsLong()))
                    : refuse("not a duration: \"" + text.substring(EVERY.length()) + "\"");
        }
        Optional<CronFields> times = CronMacro.of(text);
        return times.isPresent() ? times.map(Timing.AtTimes::new) : refuse("unrecognized descriptor: \"" + text + "\"");
    }

    private Optional<Timing> refuse(String why) {
        problem = why;
        return Optional.empty();
    }
}
