package dev.slipway.schedule;

import dev.slipway.schedule.JobCommand.Kind;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * What a command is, and the words that show it.
 *
 * @param evidence {@code mysqldump}, {@code find ... -delete}
 */
record CommandKind(Kind kind, String evidence) {
    static final Set<String> CALLERS = Set.of("curl", "wget", "lynx", "http", "https", "GET", "fetch", "links", "w3m");
    private static final Set<String> HOUSEKEEPERS = Set.of(
            "updatedb",
            "updatedb.mlocate",
            "mandb",
            "makewhatis",
            "sa1",
            "sa2",
            "debian-sa1",
            "apt",
            "apt-get",
            "aptitude",
            "unattended-upgrade",
            "yum",
            "dnf",
            "zypper",
            "apk",
            "ntpdate",
            "chronyc",
            "hwclock",
            "rdate",
            "sntp",
            "mdadm",
            "checkarray",
            "smartctl",
            "raid-check",
            "e2scrub_all",
            "e2scrub",
            "fstrim",
            "auditctl",
            "freshclam",
            "clamscan",
            "rkhunter",
            "chkrootkit",
            "aide",
            "run-parts",
            "sync",
            "systemd-tmpfiles",
            "run-crons",
            "anacron",
            "ansible-pull",
            "puppet",
            "chef-client",
            "salt-call",
            "cf-agent",
            "prelink",
            "popularity-contest",
            "debsecan",
            "needrestart",
            "swapoff",
            "swapon",
            "e4defrag",
            "xfs_fsr",
            "btrfs",
            "zpool",
            "cron-apt",
            "yum-cron",
            "subscription-manager",
            "rhn_check");
    private static final Set<String> ROTATORS = Set.of("logrotate", "savelog", "rotatelogs", "newsyslog", "logadm");
    private static final Set<String> DUMPERS = Set.of(
            "mysqldump",
            "mariadb-dump",
            "mariabackup",
            "xtrabackup",
            "innobackupex",
            "mysqlbackup",
            "automysqlbackup",
            "mydumper",
            "pg_dump",
            "pg_dumpall",
            "pg_basebackup",
            "pgbackrest",
            "barman",
            "mongodump",
            "exp",
            "expdp",
            "rman",
            "db2",
            "slapcat",
            "restic",
            "borg",
            "borgmatic",
            "duplicity",
            "rsnapshot",
            "rdiff-backup",
            "bacula",
            "etckeeper",
            "backup-manager",
            "dump",
            "tarsnap",
            "kopia",
            "velero",
            "neo4j-admin");
    private static final Set<String> RENEWERS = Set.of(
            "certbot", "certbot-auto", "letsencrypt", "acme.sh", "dehydrated", "lego", "getssl", "acmetool", "simp_le");
    private static final Set<String> MOVERS = Set.of(
            "rsync",
            "scp",
            "sftp",
            "lftp",
            "ftp",
            "ncftpput",
            "ncftpget",
            "rclone",
            "aws",
            "s3cmd",
            "gsutil",
            "azcopy",
            "unison",
            "csync2",
            "mc",
            "smbclient");
    private static final Set<String> BEATS =
            Set.of("zabbix_sender", "send_nsca", "nsca", "gmetric", "statsd", "collectd", "check_mk_agent", "nrdp");
    private static final Pattern BACKUP_NAME =
            Pattern.compile("(?i).*(?:^|[-_./])(?:back-?up|bkp|dump|snapshot)s?(?:[-_./].*|$)");
    private static final Pattern CLEAN_NAME = Pattern.compile("(?i).*(?:clean|purge|prune|tidy|housekeep|expire).*");
    private static final Pattern DOG_NAME = Pattern.compile(
            "(?i)(?:.*watch-?dog.*|.*keep-?alive.*|.*restart.*|.*check[-_]?(?:alive|running|process|proc|and[-_]).*)");
    private static final Pattern BEAT_URL = Pattern.compile(
            "(?i).*(?:hc-ping\\.com|healthchecks|heartbeat|/ping/|cronitor|betteruptime|deadmanssnitch|push\\?status).*");
    private static final Pattern LOG_PATH =
            Pattern.compile("(?i).*(?:/logs?(?:/.*)?|\\.log.*|catalina\\.out.*|\\*log\\*?)");
    private static final Pattern FRAMEWORK = Pattern.compile(
            "(?i).*(?:artisan schedule:run|manage\\.py (?:runcrons|runjobs)|wp cron event run|wp-cron\\.php|drush (?:core-)?cron"
                    + "|magento cron:run|scheduler:run|occ .*cron|cron\\.php|admin/cli/cron\\.php|bin/console .*(?:cron|scheduler).*run).*");

    /** What these commands are. */
    static CommandKind of(List<ShellCommand> body, CommandTraces traces) {
        return watchdog(body, traces)
                .or(() -> first(body, CommandKind::rotates, Kind.LOG_ROTATION))
                .or(() -> first(body, CommandKind::keepsHouse, Kind.HOUSEKEEPING))
                .or(() -> first(body, c -> RENEWERS.contains(c.program()), Kind.CERTIFICATE_RENEWAL))
                .or(() -> first(body, CommandKind::dumps, Kind.BACKUP))
                .or(() -> first(
                        body,
                        c -> FRAMEWORK.matcher(String.join(" ", c.words())).matches(),
                        Kind.FRAMEWORK_SCHEDULER))
                .or(() -> first(body, CommandKind::removes, Kind.CLEANUP))
                .or(() -> first(body, CommandKind::moves, Kind.TRANSFER))
                .or(() -> first(body, CommandKind::beats, Kind.HEARTBEAT))
                .or(() -> first(body, c -> CALLERS.contains(c.program()), Kind.HTTP_CALL))
                .or(() -> first(body, CommandKind::starts, Kind.SERVICE_START))
                .orElse(new CommandKind(Kind.PROGRAM, ""));
    }

    private static Optional<CommandKind> first(List<ShellCommand> body, Predicate<ShellCommand> is, Kind kind) {
        return body.stream().filter(is).findFirst().map(command -> new CommandKind(kind, shown(command)));
    }

    private static String shown(ShellCommand command) {
        boolean bySubcommand = !command.arguments().isEmpty()
                && command.arguments().get(0).matches("[a-zA-Z:_-]{2,20}")
                && !command.arguments().get(0).startsWith("-");
        return command.program() + (bySubcommand ? " " + command.arguments().get(0) : "");
    }

    /** Whether a name or word of it says that it cleans, although what it cleans does not show. */
    static boolean soundsLikeCleaning(List<String> programs) {
        return programs.stream()
                .anyMatch(program -> CLEAN_NAME
                        .matcher(program.substring(program.lastIndexOf('/') + 1))
                        .matches());
    }

    private static Optional<CommandKind> watchdog(List<ShellCommand> body, CommandTraces traces) {
        boolean looks = traces.all().stream().anyMatch(CommandKind::looksForProcess);
        Optional<ShellCommand> act = body.stream()
                .filter(c -> !looksForProcess(c) && !reports(c))
                .filter(c ->
                        c.before().matches("\\|\\||then|else") || (c.before().equals("&&") && handles(c)))
                .findFirst();
        if (looks && act.isPresent()) {
            return Optional.of(new CommandKind(Kind.WATCHDOG, "looks for a process and runs " + shown(act.get())));
        }
        Optional<ShellCommand> healed = body.stream()
                .filter(c -> c.before().equals("||") && handles(c) && (restarts(c) || c.has("start")))
                .findFirst();
        if (healed.isPresent()) {
            return Optional.of(new CommandKind(Kind.WATCHDOG, "checks something and runs " + shown(healed.get())));
        }
        boolean nothingElse = body.stream().allMatch(c -> restarts(c) || looksForProcess(c) || reports(c));
        return body.stream()
                .filter(c -> nothingElse && restarts(c))
                .findFirst()
                .map(c -> new CommandKind(Kind.WATCHDOG, shown(c)));
    }

    /** Whether it only tells somebody, or looks through a text. */
    private static boolean reports(ShellCommand c) {
        return c.program().matches("echo|mail|mailx|logger|printf|e?grep|wc|exit|awk|sed|sort|head|tail|true|date");
    }

    private static boolean handles(ShellCommand c) {
        return c.program().matches("kill|pkill|killall|systemctl|service|supervisorctl|initctl")
                || c.words().get(0).startsWith("/etc/init.d/");
    }

    private static boolean restarts(ShellCommand c) {
        return c.has("restart")
                || c.has("try-restart")
                || c.has("condrestart")
                || DOG_NAME.matcher(c.program()).matches();
    }

    private static boolean looksForProcess(ShellCommand c) {
        boolean asks = c.has("is-active") || c.has("status");
        return c.program().matches("pgrep|pidof|ps")
                || (c.program().equals("kill") && c.has("-0"))
                || (asks && c.program().matches("systemctl|service|supervisorctl|pm2|initctl"))
                || (asks && c.words().get(0).startsWith("/etc/init.d/"))
                || (c.program().matches("nc|ncat|netcat") && c.has("-z"));
    }

    private static boolean rotates(ShellCommand c) {
        boolean packs = c.program().matches("gzip|bzip2|xz|zstd|mv|truncate|cp|tar|cat|find|rm|xargs|zip");
        boolean onLogs =
                c.arguments().stream().anyMatch(a -> LOG_PATH.matcher(a).matches());
        boolean empties = c.outputs().stream().anyMatch(o -> LOG_PATH.matcher(o).matches())
                && ((c.program().equals("cat") && c.has("/dev/null"))
                        || c.program().equals(":"));
        boolean changes = !c.program().equals("find")
                || removes(c)
                || c.words().stream().anyMatch(w -> w.matches("gzip|.*/gzip|mv"));
        return ROTATORS.contains(c.program())
                || empties
                || (packs && onLogs && changes && !c.program().equals("cat"));
    }

    private static boolean keepsHouse(ShellCommand c) {
        boolean dropsCaches = c.outputs().stream().anyMatch(o -> o.startsWith("/proc/sys/"));
        boolean ofTheSystem = c.words().get(0).matches("[^/]+|/(?:usr/)?(?:local/)?(?:s?bin|lib)/.*");
        return dropsCaches || (ofTheSystem && HOUSEKEEPERS.contains(c.program()));
    }

    private static boolean dumps(ShellCommand c) {
        boolean redis =
                c.program().equals("redis-cli") && c.words().stream().anyMatch(w -> w.matches("(?i)bgsave|save|--rdb"));
        boolean sqlite = c.program().startsWith("sqlite")
                && c.words().stream().anyMatch(w -> w.startsWith(".backup") || w.startsWith(".dump"));
        boolean etcd = c.program().equals("etcdctl") && c.has("snapshot");
        boolean mover = MOVERS.contains(c.program()) || c.program().matches("tar|cp|cpio|zip|dd");
        boolean toBackup = mover
                && (c.arguments().stream().anyMatch(a -> BACKUP_NAME.matcher(a).matches())
                        || c.outputs().stream()
                                .anyMatch(o -> BACKUP_NAME.matcher(o).matches()));
        return DUMPERS.contains(c.program())
                || redis
                || sqlite
                || etcd
                || toBackup
                || BACKUP_NAME.matcher(c.program()).matches();
    }

    private static boolean removes(ShellCommand c) {
        List<String> words = c.words();
        boolean finds = c.program().equals("find")
                && (words.contains("-delete") || words.stream().anyMatch(w -> w.matches("rm|/bin/rm|unlink")));
        boolean gone = c.program().matches("rm|tmpwatch|tmpreaper|unlink|rmdir|trash|shred");
        boolean piped = c.program().equals("xargs") && words.stream().anyMatch(w -> w.matches("rm|/bin/rm"));
        return finds || gone || piped;
    }

    private static boolean moves(ShellCommand c) {
        boolean cloud = c.program().equals("aws") && !c.has("s3");
        return MOVERS.contains(c.program()) && !cloud;
    }

    private static boolean beats(ShellCommand c) {
        boolean calls = CALLERS.contains(c.program())
                && c.arguments().stream().anyMatch(a -> BEAT_URL.matcher(a).matches());
        return BEATS.contains(c.program()) || calls || c.program().matches("(?i).*heart-?beat.*");
    }

    /** Whether it starts something that stays: it goes to the background, or a start command says so. */
    static boolean starts(ShellCommand c) {
        boolean says = c.has("start") || c.has("resurrect") || c.has("startup");
        boolean daemon = c.program()
                .matches("(?i).*start(?:up|er)?(?:\\.sh)?|supervisord|gunicorn|uwsgi|pm2|forever|httpd|nginx"
                        + "|mysqld_safe|mysqld|redis-server|unicorn|puma|sidekiq|screen|tmux");
        return says || daemon || c.background();
    }
}
