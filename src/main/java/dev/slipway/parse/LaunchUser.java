package dev.slipway.parse;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the account that a shell command changes to before it starts a program. */
final class LaunchUser {
    private static final String NAME = "[\"']?(\\$\\{?\\w+}?|[A-Za-z_][A-Za-z0-9_.-]*)[\"']?";
    private static final List<Pattern> FORMS = List.of(
            Pattern.compile(
                    "(?:^|[\\s;&|(/])(?:su|runuser)\\s+(?:-s\\s+\\S+\\s+|-m\\s+|-p\\s+)*(?:-l\\s+|-\\s+|--login\\s+)?"
                            + "(?:-s\\s+\\S+\\s+|-u\\s+)*" + NAME + "(?=\\s|$)"),
            Pattern.compile("(?:^|[\\s;&|(/])sudo\\s+(?:-[nEHi]\\s+)*-u\\s*" + NAME + "(?=\\s|$)"),
            Pattern.compile("(?:^|[\\s;&|(/])(?:setuidgid|s6-setuidgid|gosu|su-exec)\\s+" + NAME + "[\\s:]"),
            Pattern.compile("(?:^|[\\s;&|(/])chpst\\s+(?:-\\S+\\s+\\S+\\s+)*-u\\s*:?" + NAME + "[\\s:]"),
            Pattern.compile("start-stop-daemon.*\\s(?:--chuid|-c|--user|-u)[\\s=]+" + NAME + "(?=[\\s:]|$)"),
            Pattern.compile("(?:^|\\s)daemon\\s.*--user[\\s=]+" + NAME + "(?=\\s|$)"),
            Pattern.compile("(?:^|\\s)startproc\\s.*-u\\s+" + NAME + "(?=\\s|$)"));

    private LaunchUser() {}

    /** Its name, or the variable that holds it; empty if the command changes to none. */
    static Optional<String> in(String command) {
        String part = command.substring(0, Math.min(command.length(), 1000));
        return FORMS.stream()
                .map(form -> form.matcher(part))
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .findFirst();
    }
}
