package dev.slipway.parse;

import dev.slipway.schedule.Flavour;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which files cron passes over, for their names, modes and owners; each cron has its own taste. */
final class CronTableRules {
    private static final Pattern DEBIAN_NAME = Pattern.compile("[a-zA-Z0-9_-]+");
    private static final Pattern LSB_NAME = Pattern.compile("_?([a-z0-9_.]+-)+[a-z0-9]+|[a-z0-9][a-z0-9-]*");
    private static final Pattern CRONIE_SKIPS = Pattern.compile("[.#].*|.*~|.*\\.rpm(save|orig|new)|cron\\.hostname");
    private static final Pattern RED_HAT_RUN_PARTS_SKIPS =
            Pattern.compile(".*~|.*,|.*,v|.*\\.(rpmsave|rpmorig|rpmnew|swp|cfsaved)");
    private final CronDaemon daemon;
    private final Accounts accounts;

    CronTableRules(CronDaemon daemon, Accounts accounts) {
        this.daemon = daemon;
        this.accounts = accounts;
    }

    /** Why cron does not read this system table; empty if it does. */
    String systemTable(String path, Optional<FileMode> mode) {
        if (daemon.flavour() == Flavour.BUSYBOX) {
            return "BusyBox crond reads no system tables";
        }
        String name = path.substring(path.lastIndexOf('/') + 1);
        String skipped = path.equals("/etc/crontab") ? "" : skippedName(name);
        return skipped.isEmpty() ? mode.map(this::systemMode).orElse("") : skipped;
    }

    private String skippedName(String name) {
        if (daemon.flavour() == Flavour.CRONIE) {
            return CRONIE_SKIPS.matcher(name).matches() ? "cron skips files with such a name" : "";
        }
        Pattern taken = daemon.lsbNames() ? LSB_NAME : DEBIAN_NAME;
        if (taken.matcher(name).matches()) {
            return "";
        }
        return name.contains(".")
                ? "a dot in the file's name: cron skips it"
                : "the file's name has other characters than letters, digits, _ and -: cron skips it";
    }

    private String systemMode(FileMode mode) {
        if (!mode.regular()) {
            return "not a regular file: cron skips it";
        } else if (mode.userId() != 0) {
            return "not owned by root: cron refuses it";
        } else if (daemon.flavour() == Flavour.CRONIE) {
            return mode.tableOnly()
                    ? ""
                    : "mode " + mode.mode() + ": cron refuses tables that are executable or writable for others";
        } else if (mode.writableByOthers()) {
            return "mode " + mode.mode() + ": cron refuses tables that others may write";
        }
        return mode.links() == 1 ? "" : "it has " + mode.links() + " hard links: cron refuses it";
    }

    /** Whether there is no such account for sure. */
    boolean unknownUser(String user) {
        return !user.isEmpty() && accounts.exists(user).is(false);
    }

    /** Why cron does not read this user's table; empty if it does. */
    String userTable(String user, String directory, Optional<FileMode> mode) {
        if (accounts.exists(user).is(false)) {
            return "there is no account " + user;
        } else if (!daemon.tables().contains(directory)) {
            return "this cron does not look into " + directory;
        }
        return mode.map(found -> userMode(user, found)).orElse("");
    }

    private String userMode(String user, FileMode mode) {
        boolean owned = mode.userId() == 0
                || Integer.valueOf(mode.userId()).equals(accounts.userIds().get(user));
        if (daemon.flavour() == Flavour.BUSYBOX) {
            return mode.userId() == 0 ? "" : "not owned by root: crond refuses it";
        } else if (!owned && accounts.exists(user).is(true)) {
            return "owned by neither " + user + " nor root: cron refuses it";
        } else if (daemon.flavour() == Flavour.DEBIAN && !mode.mode().equals("-rw-------")) {
            return "mode " + mode.mode() + ": cron refuses tables of users with another mode than 0600";
        } else if (daemon.flavour() == Flavour.CRONIE && !mode.tableOnly()) {
            return "mode " + mode.mode() + ": cron refuses tables that are executable or writable for others";
        }
        return mode.links() == 1 ? "" : "it has " + mode.links() + " hard links: cron refuses it";
    }

    /** Why run-parts passes over this script; empty if it does not. */
    String script(String name, FileMode mode) {
        if (!mode.executable()) {
            return "not executable: run-parts skips it";
        }
        boolean skipped = daemon.flavour() == Flavour.CRONIE
                ? RED_HAT_RUN_PARTS_SKIPS.matcher(name).matches()
                : !DEBIAN_NAME.matcher(name).matches();
        if (!skipped) {
            return "";
        }
        return name.contains(".") && daemon.flavour() != Flavour.CRONIE
                ? "a dot in the file's name: run-parts skips it"
                : "run-parts skips files with such a name";
    }
}
