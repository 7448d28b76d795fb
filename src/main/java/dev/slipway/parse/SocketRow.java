package dev.slipway.parse;

import dev.slipway.evidence.EvidenceItem;
import dev.slipway.facts.EvidenceLine;
import dev.slipway.facts.Protocol;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line of /proc/net/tcp, tcp6, udp or udp6.
 *
 * @param state the kernel's number for it
 * @param userId user who opened the socket
 * @param inode the socket's number, as the links in /proc/PID/fd show it
 * @param line number of the line in the item
 */
record SocketRow(
        Protocol protocol,
        String localAddress,
        int localPort,
        String peerAddress,
        int peerPort,
        int state,
        int userId,
        long inode,
        int line) {
    private static final int ESTABLISHED = 1;
    private static final int CLOSED = 7;
    private static final int LISTENING = 10;
    private static final Pattern FORM = Pattern.compile("(tcp|udp)6?:\\s*\\d+: ([0-9A-F]+):([0-9A-F]{4}) "
            + "([0-9A-F]+):([0-9A-F]{4}) ([0-9A-F]{2}) \\S+ \\S+ \\S+\\s+(\\d{1,10})\\s+\\d+ (\\d{1,18})(?: .*)?");

    /** The rows of an item, those that are not understood left out. */
    static List<SocketRow> of(EvidenceItem item, boolean bigEndian) {
        List<SocketRow> rows = new ArrayList<>();
        int number = 0;
        for (String line : item.text().split("\n", -1)) {
            number++;
            parse(line, number, bigEndian).ifPresent(rows::add);
        }
        return rows;
    }

    /** Whether a line is one of a table of sockets but for its heading. */
    static boolean expected(String line) {
        return line.matches("(?:tcp|udp)6?:\\s*\\d+:.*");
    }

    static Optional<SocketRow> parse(String line, int number, boolean bigEndian) {
        Matcher form = FORM.matcher(line);
        if (!form.matches()) {
            return Optional.empty();
        }
        Optional<String> local = HexAddress.parse(form.group(2), bigEndian);
        Optional<String> peer = HexAddress.parse(form.group(4), bigEndian);
        if (local.isEmpty() || peer.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new SocketRow(
                Protocol.valueOf(form.group(1).toUpperCase(Locale.ROOT)),
                local.get(),
                Integer.parseInt(form.group(3), 16),
                peer.get(),
                Integer.parseInt(form.group(5), 16),
                Integer.parseInt(form.group(6), 16),
                (int) Long.parseLong(form.group(7)),
                Long.parseLong(form.group(8)),
                number));
    }

    /** Whether it takes connections, or datagrams from anybody. */
    boolean listens() {
        return protocol == Protocol.TCP ? state == LISTENING : state == CLOSED;
    }

    boolean connected() {
        return state == ESTABLISHED;
    }

    boolean anyAddress() {
        return localAddress.equals("0.0.0.0") || localAddress.equals("::");
    }

    boolean loopback() {
        return isLoopback(localAddress);
    }

    static boolean isLoopback(String address) {
        return address.startsWith("127.") || address.equals("::1");
    }

    /** The place of the row, decoded so that a person can read it. */
    EvidenceLine at(EvidenceItem item) {
        String text = protocol.term() + " " + local()
                + (listens() ? " listens" : " connected to " + socket(peerAddress, peerPort))
                + ", user id " + userId + ", socket " + inode;
        return item.at(line, text);
    }

    private String local() {
        return socket(localAddress, localPort);
    }

    private static String socket(String address, int port) {
        return (address.contains(":") ? "[" + address + "]" : address) + ":" + port;
    }
}
