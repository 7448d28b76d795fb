package dev.slipway.facts;

import java.util.List;

/**
 * The host's system log.
 *
 * @param daemon {@code rsyslog}, {@code syslog-ng}, {@code busybox}, {@code sysklogd}, {@code journald}, or {@code none}
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
     *     for other daemons their own word: {@code system()}, {@code /dev/log}
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
     * @param target host name or address
     * @param port port; 514 where none is written
     * @param protocol {@code udp}, {@code tcp}, {@code relp}, {@code tls}, {@code kafka} ...
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
     * @param path absolute path; a template's name in angle brackets if it is dynamic
     */
    public record LocalFile(String selector, String path, List<EvidenceLine> evidence) {
        public LocalFile {
            evidence = List.copyOf(evidence);
        }
    }

    /**
     * journald's settings.
     *
     * @param storage {@code persistent}, {@code volatile}, {@code auto}, {@code none}; {@code absent} without journald
     * @param forwardToSyslog whether it hands messages to the syslog daemon
     * @param maxUse SystemMaxUse as written; empty if not set
     */
    public record Journal(Fact<String> storage, Fact<Boolean> forwardToSyslog, String maxUse) {
        static Journal unread() {
            return new Journal(Fact.unknown("not read"), Fact.unknown("not read"), "");
        }
    }
}
