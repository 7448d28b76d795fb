package dev.slipway.schedule;

import dev.slipway.schedule.JobSchedule.Times;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** When a timer of systemd elapses: {@code OnCalendar=*:0/2 Persistent=true RandomizedDelaySec=300}. */
final class TimerTimes {
    private static final Pattern SETTING = Pattern.compile("([A-Z][A-Za-z]+)=(.*?)(?=\\s+[A-Z][A-Za-z]+=|$)");

    private TimerTimes() {}

    static JobSchedule of(String schedule) {
        SortedMap<String, List<String>> settings = new TreeMap<>();
        Matcher setting = SETTING.matcher(schedule);
        while (setting.find()) {
            settings.computeIfAbsent(setting.group(1), key -> new ArrayList<>())
                    .add(setting.group(2).strip());
        }
        String persistent = last(settings, "Persistent");
        boolean catchesUp = persistent.matches("true|yes|on|1|y|t") && settings.containsKey("OnCalendar");
        long jitter = SystemdSpan.seconds(last(settings, "RandomizedDelaySec")).orElse(0);
        List<String> notes = new ArrayList<>();
        Times times = times(settings, schedule, notes);
        return new JobSchedule(times, catchesUp, jitter, notes);
    }

    private static Times times(SortedMap<String, List<String>> settings, String schedule, List<String> notes) {
        if (settings.containsKey("OnCalendar")) {
            if (settings.containsKey("OnBootSec") || settings.containsKey("OnUnitActiveSec")) {
                notes.add("it also elapses some time after the start of the host");
            }
            return calendar(settings.getOrDefault("OnCalendar", List.of()));
        }
        Optional<String> repeat = Optional.of(last(settings, "OnUnitActiveSec")).filter(span -> !span.isEmpty());
        Optional<String> pause =
                Optional.of(last(settings, "OnUnitInactiveSec")).filter(span -> !span.isEmpty());
        OptionalLong seconds = SystemdSpan.seconds(repeat.or(() -> pause).orElse(""));
        if (seconds.isPresent() && seconds.getAsLong() > 0) {
            return new Times.Repeating(seconds.getAsLong(), repeat.isEmpty());
        } else if (repeat.isPresent() || pause.isPresent()) {
            return new Times.NotKnown("\"" + schedule + "\" has a time span that is not understood");
        }
        boolean atStart = settings.keySet().stream().anyMatch(key -> key.matches("On(Boot|Startup|Active)Sec"));
        return atStart ? new Times.AtStart() : new Times.NotKnown("the timer has no trigger that is understood");
    }

    private static Times calendar(List<String> expressions) {
        List<CalendarRule> rules = new ArrayList<>();
        for (String expression : expressions) {
            Optional<CalendarRule> rule = CalendarSpec.read(expression);
            if (rule.isEmpty()) {
                return new Times.NotKnown("OnCalendar=" + expression + " is not understood");
            }
            rules.add(rule.get());
        }
        return new Times.ByCalendar(rules);
    }

    private static String last(SortedMap<String, List<String>> settings, String key) {
        List<String> values = settings.getOrDefault(key, List.of(""));
        return values.get(values.size() - 1);
    }
}
