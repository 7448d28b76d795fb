package dev.slipway.parse;

import dev.slipway.facts.HostProcess;
import java.util.List;

/** The program that writes a log, by the name that people know it by. */
final class LogWriter {
    /** Programs that go on writing to the file that they opened until somebody tells them to open it again. */
    private static final List<String> NEVER_ROTATE = List.of(
            "apache2",
            "bash",
            "beam.smp",
            "chronyd",
            "cron",
            "crond",
            "dash",
            "dockerd",
            "dovecot",
            "exim4",
            "haproxy",
            "httpd",
            "keepalived",
            "lighttpd",
            "mariadbd",
            "memcached",
            "monit",
            "mysqld",
            "named",
            "nginx",
            "ntpd",
            "php-fpm",
            "postfix",
            "redis-server",
            "rsync",
            "rsyslog",
            "sh",
            "squid",
            "sshd",
            "supervisord",
            "syslog-ng",
            "sysklogd",
            "tee",
            "unbound",
            "vsftpd",
            "valkey-server",
            "zabbix_agentd");

    /** Programs whose only work is to write what they are given into a series of files. */
    private static final List<String> ROTATORS = List.of(
            "rotatelogs", "rotatelogs2", "cronolog", "multilog", "svlogd", "s6-log", "logsave", "pipelog", "newsyslog");

    private LogWriter() {}

    static String of(HostProcess process) {
        String program = process.program();
        return switch (program) {
            case "rsyslogd" -> "rsyslog";
            case "systemd-journald", "systemd-journal" -> "journald";
            case "java" -> isTomcat(process) ? "tomcat" : "java";
            default -> program.startsWith("php-fpm") ? "php-fpm" : program;
        };
    }

    private static boolean isTomcat(HostProcess process) {
        return process.arguments().orElse(List.of()).contains("org.apache.catalina.startup.Bootstrap");
    }

    static boolean neverRotates(String writer) {
        return !writer.isEmpty() && List.of(writer.split(", ")).stream().allMatch(NEVER_ROTATE::contains);
    }

    static boolean rotates(String writer) {
        return ROTATORS.contains(writer);
    }
}
