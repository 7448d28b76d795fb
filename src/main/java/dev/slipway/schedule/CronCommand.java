package dev.slipway.schedule;

/**
 * What cron makes of the command of a line: Vixie crons end it at the first {@code %} that no backslash stands before, and feed
 * the rest to it as input.
 *
 * @param shell what the shell gets
 * @param input standard input, each further {@code %} a line feed; empty if there is none
 */
public record CronCommand(String shell, String input) {

    /** The command of a crontab line as its scheduler runs it. */
    public static CronCommand of(String written, Flavour flavour) {
        if (flavour != Flavour.DEBIAN && flavour != Flavour.CRONIE) {
            return new CronCommand(written, "");
        }
        StringBuilder shell = new StringBuilder();
        int at = 0;
        while (at < written.length() && written.charAt(at) != '%') {
            char c = written.charAt(at);
            char next = at + 1 < written.length() ? written.charAt(at + 1) : 0;
            if (c != '\\' || next == 0) {
                shell.append(c);
                at++;
                continue;
            }
            boolean drops = next == '%' || (next == '\\' && flavour == Flavour.DEBIAN);
            shell.append(drops ? "" : "\\").append(next);
            at += 2;
        }
        return new CronCommand(shell.toString(), at < written.length() ? input(written.substring(at + 1)) : "");
    }

    private static String input(String text) {
        StringBuilder input = new StringBuilder();
        boolean escaped = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (escaped && c != '%') {
                input.append('\\');
            }
            char fed = c == '%' && !escaped ? '\n' : c;
            escaped = fed == '\\';
            if (!escaped) {
                input.append(fed);
            }
        }
        input.append(escaped ? "\\" : "");
        boolean open = input.length() > 0 && input.charAt(input.length() - 1) != '\n';
        return input.append(open ? "\n" : "").toString();
    }
}
