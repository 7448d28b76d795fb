package dev.slipway.schedule;

import java.util.List;
import java.util.Optional;

/** Several rules as one. */
final class CalendarRules {
    private CalendarRules() {}

    /** One rule that fires whenever one of these does; empty if no single one can. */
    static Optional<CalendarRule> merged(List<CalendarRule> rules) {
        Optional<CalendarRule> all = rules.stream().findFirst();
        for (CalendarRule rule : rules.subList(Math.min(1, rules.size()), rules.size())) {
            all = all.flatMap(earlier -> union(earlier, rule));
        }
        return all;
    }

    /** Two rules that differ in one field only are one with both its values. */
    private static Optional<CalendarRule> union(CalendarRule a, CalendarRule b) {
        CronFields x = a.fields();
        CronFields y = b.fields();
        int different = (x.seconds() == y.seconds() ? 0 : 1)
                + (x.minutes() == y.minutes() ? 0 : 1)
                + (x.hours() == y.hours() ? 0 : 1)
                + (x.monthDays() == y.monthDays() ? 0 : 1)
                + (x.months() == y.months() ? 0 : 1)
                + (x.weekDays() == y.weekDays() ? 0 : 1);
        boolean alike = x.dayRule() == y.dayRule()
                && a.filter().equals(b.filter())
                && a.clockChange() == b.clockChange()
                && different <= 1;
        return alike
                ? Optional.of(new CalendarRule(
                        new CronFields(
                                x.seconds() | y.seconds(),
                                x.minutes() | y.minutes(),
                                x.hours() | y.hours(),
                                x.monthDays() | y.monthDays(),
                                x.months() | y.months(),
                                x.weekDays() | y.weekDays(),
                                x.dayRule(),
                                x.wildcard()),
                        a.filter(),
                        a.clockChange()))
                : Optional.empty();
    }
}
