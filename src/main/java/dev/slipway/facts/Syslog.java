package dev.slipway.facts;

import java.util.List;

/**
 * The host's system log.
 *
 * @param daemon {@code rsyslog}, {@code syslog-ng}, {@code busybox}, {@code sysklogd}, {@code metalog}, {@code journald} where
 *     nothing else runs, or {@code none}
 * @param configFiles absolute paths of the files that were read, in the order of their effect
 * @param inputs where messages come from
 * @param forwards where messages go over the network
 * @param localFiles which messages go to which file
 * @param journal journald's settings
 */
public record Syslog(
        Fact<String> daemon,
        List<String> configFiles,
        List<Input> inputs,
        List<Forward> forwards,
        List<LocalFile> localFiles,
        Journal journal) {

    public Syslog {
        configFiles = List.copyOf(configFiles);
        inputs = List.copyOf(inputs);
        forwards = List.copyOf(forwards);
        localFiles = List.copyOf(localFiles);
    }

    /** A system log of which nothing is known. */
    public static Syslog unread() {
        return new Syslog(Fact.unknown("not read"), List.of(), List.of(), List.of(), List.of(), Journal.unread());
    }

    /**
     * A source of messages.
     *
     * @param kind {@code imuxsock}, {@code imklog}, {@code imudp}, {@code imtcp}, {@code imfile}, {@code imjournal};
     *     for other daemons their own word: {@code system()}, {@code network()}, {@code /dev/log}
     * @param target address and port, or path, that it reads: {@code 127.0.0.1:514}; empty if it has none
     * @param tag tag given to a file's lines; empty if none
     */
    public record Input(String kind, String target, String tag, List<EvidenceLine> evidence) {
        public Input {
            evidence = List.copyOf(evidence);
        }
    }

    /**
     * A destination over the network.
     *
     * @param target host name or address; the program's path if messages are piped into one
     * @param port port; the protocol's own where none is written, 0 for a program
     * @param protocol {@code udp}, {@code tcp}, {@code relp}, {@code tls}, {@code kafka}, {@code program} ...
     * @param selector which messages: {@code *.*}, {@code ruleset ship}, {@code s_src}
     * @param queue {@code disk} if messages wait on disk while the target is away, {@code memory}, or empty
     */
    public record Forward(
            String target, int port, String protocol, String selector, String queue, List<EvidenceLine> evidence) {
        public Forward {
            evidence = List.copyOf(evidence);
        }
    }

    /**
     * A file that the daemon writes.
     *
     * @param selector which messages: {@code local3.*}, {@code :programname, startswith, "shop"}
     * @param path absolute path, with {@code *} for what changes from message to message; a template's name in angle
     *     brackets if the template is not known
     * @param rotatedBy {@code rsyslog outchannel 50 MiB}, {@code busybox syslogd 200 KiB, 1 old}; empty if the daemon does
     *     not rotate it itself
     */
    public record LocalFile(String selector, String path, String rotatedBy, List<EvidenceLine> evidence) {
        public LocalFile {
            evidence = List.copyOf(evidence);
        }
    }

    /**
     * journald's settings.
     *
     * @param storage {@code persistent}, {@code volatile}, {@code auto}, {@code none}; {@code absent} without journald
     * @param persistent whether its files survive a reboot: storage and whether /var/log/journal is there
     * @param forwardToSyslog whether it hands messages to the syslog daemon
     * @param maxUse SystemMaxUse as written; empty if not set
     * @param configFiles absolute paths of the files that set something, in the order of their effect
     */
    public record Journal(
            Fact<String> storage,
            Fact<Boolean> persistent,
            Fact<Boolean> forwardToSyslog,
            String maxUse,
            List<String> configFiles,
            List<EvidenceLine> evidence) {
        public Journal {
            configFiles = List.copyOf(configFiles);
            evidence = List.copyOf(evidence);
        }

        static Journal unread() {
            String reason = "not read";
            return new Journal(
                    Fact.unknown(reason), Fact.unknown(reason), Fact.unknown(reason), "", List.of(), List.of());
        }
    }
}
