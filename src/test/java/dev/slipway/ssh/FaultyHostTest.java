package dev.slipway.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.ssh.Dialer.DialException;
import dev.slipway.testing.ScriptedServer;
import dev.slipway.testing.ScriptedServer.Script;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What answers on a port, or does not, before there is a login. */
@Timeout(30)
final class FaultyHostTest {
    private static final String BANNER = "SSH-2.0-OpenSSH_9.2p1\r\n";

    /** What the client says to a server that does this, with PORT for its port. */
    private static String hello(Script script) {
        try (ScriptedServer server = new ScriptedServer(script)) {
            return hello(server.port()).replace(":" + server.port(), ":PORT");
        }
    }

    private static String hello(int port) {
        Dial dial = Dial.to(port, "scan", Path.of("/no/known_hosts"));
        return dial.options(dial.options().withTimeouts(Duration.ofMillis(500), Duration.ofSeconds(1)))
                .hello();
    }

    private static void say(Socket connection, String text) throws IOException {
        connection.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void accepts_and_never_speaks() {
        assertThat(hello(connection -> {}))
                .isEqualTo("TimedOut: 127.0.0.1:PORT accepts connections, but says nothing within 1 s"
                        + " | see whether sshd hangs there, or whether something else listens on that port");
    }

    @Test
    void speaks_one_byte_now_and_then() {
        assertThat(hello(connection -> {
                    while (true) {
                        say(connection, "x");
                        Thread.sleep(100);
                    }
                }))
                .isEqualTo("TimedOut: 127.0.0.1:PORT accepts connections, but did not say that it speaks SSH within 1 s"
                        + " | see whether sshd hangs there, or whether something else listens on that port");
    }

    @Test
    void speaks_for_ever_without_saying_which_protocol() {
        assertThat(hello(connection -> {
                    while (true) {
                        say(connection, "welcome ".repeat(100));
                    }
                }))
                .isEqualTo("Unreachable: 127.0.0.1:PORT does not speak SSH; it says: " + "welcome ".repeat(15) + "..."
                        + " | check address and port");
    }

    @Test
    void closes_before_it_says_anything() {
        assertThat(hello(Socket::close))
                .isEqualTo("CutOff: 127.0.0.1:PORT closed the connection before it said anything"
                        + " | see whether MaxStartups, a firewall or hosts.deny on the host refuses this scanner");
    }

    @Test
    void has_too_many_logins() {
        assertThat(hello(connection -> {
                    say(connection, "Exceeded MaxStartups\r\n");
                    connection.close();
                }))
                .isEqualTo("CutOff: 127.0.0.1:PORT has too many logins at the same time: Exceeded MaxStartups"
                        + " | scan fewer hosts at a time, or raise MaxStartups there");
    }

    @Test
    void is_a_web_server_with_tricks_for_the_terminal() {
        assertThat(hello(connection -> {
                    say(connection, "HTTP/1.1 400 Bad \u001b[31mRequest\u001b]0;title\u0007\r\n\r\n");
                    connection.close();
                }))
                .isEqualTo("Unreachable: 127.0.0.1:PORT does not speak SSH; it says:"
                        + " HTTP/1.1 400 Bad [31mRequest ]0;title | check address and port");
    }

    @Test
    void speaks_version_1_only() {
        assertThat(hello(connection -> say(connection, "SSH-1.5-OpenSSH_1.2\r\n")))
                .isEqualTo("CutOff: 127.0.0.1:PORT ended the connection during the key exchange:"
                        + " Server does not support SSHv2, identified as: SSH-1.5-OpenSSH_1.2"
                        + " | look into the host's sshd log");
    }

    @Test
    void closes_after_the_banner() {
        assertThat(hello(connection -> {
                    say(connection, BANNER);
                    connection.close();
                }))
                .isEqualTo("CutOff: 127.0.0.1:PORT ended the connection during the key exchange"
                        + " | look into the host's sshd log");
    }

    @Test
    void says_nothing_after_the_banner() {
        assertThat(hello(connection -> say(connection, "a greeting\r\n" + BANNER)))
                .isEqualTo("TimedOut: 127.0.0.1:PORT did not finish the key exchange within 1 s"
                        + " | see whether the host is overloaded or its name service hangs");
    }

    @Test
    void says_nonsense_after_the_banner() {
        assertThat(hello(connection -> {
                    say(connection, BANNER);
                    say(connection, "\u00ff\u0001\u0002nonsense".repeat(1000));
                }))
                .startsWith("CutOff: 127.0.0.1:PORT ended the connection during the key exchange: ");
    }

    @Test
    void refuses_the_connection() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            port = socket.getLocalPort();
        }
        assertThat(hello(port))
                .isEqualTo("Unreachable: 127.0.0.1:" + port + " refused the connection"
                        + " | check that sshd runs there and listens on this port");
    }

    /** A full queue of a server that accepts nobody looks like a firewall that drops everything. */
    @Test
    void does_not_answer_at_all() throws IOException {
        try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            List<Socket> waiting = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                Socket socket = new Socket();
                waiting.add(socket);
                try {
                    socket.connect(full.getLocalSocketAddress(), 50);
                } catch (IOException fullNow) {
                    break;
                }
            }
            Dial dial = Dial.to(full.getLocalPort(), "scan", Path.of("/no/known_hosts"));
            assertThat(dial.options(dial.options().withTimeouts(Duration.ofSeconds(1), Duration.ofSeconds(1)))
                            .hello())
                    .isEqualTo("Unreachable: 127.0.0.1:" + full.getLocalPort() + " did not answer within 1 s"
                            + " | check that the host is up and that no firewall is in between");
            for (Socket socket : waiting) {
                socket.close();
            }
        }
    }

    @Test
    void has_a_name_that_nobody_knows() {
        assertThat(dial("no-such-host.invalid", name -> {
                    throw new java.net.UnknownHostException(name);
                }))
                .isEqualTo("Unreachable: the name no-such-host.invalid is not known to the name server"
                        + " | check the spelling, or give the host's IP address");
    }

    @Test
    void has_a_name_for_which_the_name_server_never_answers() {
        CountDownLatch never = new CountDownLatch(1);
        assertThat(dial("slow.example.com", name -> {
                    try {
                        never.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    return new InetAddress[0];
                }))
                .isEqualTo("Unreachable: the name server did not answer for slow.example.com within 1 s"
                        + " | check the scanner's name server, or give the host's IP address");
    }

    @Test
    void has_two_addresses_of_which_the_second_answers() throws Exception {
        ExecutorService threads = Executors.newCachedThreadPool();
        try (ScriptedServer server = new ScriptedServer(connection -> {})) {
            Dialer dialer = new Dialer(Duration.ofSeconds(1), threads, name ->
                    new InetAddress[] {InetAddress.getByName("127.0.0.2"), InetAddress.getByName("127.0.0.1")});
            try (Socket socket = dialer.dial("two", server.port(), Deadline.after(Duration.ofSeconds(5)))) {
                assertThat(socket.getInetAddress().getHostAddress()).isEqualTo("127.0.0.1");
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static String dial(String name, Dialer.NameService names) {
        ExecutorService threads = Executors.newCachedThreadPool();
        try {
            new Dialer(Duration.ofSeconds(1), threads, names).dial(name, 22, Deadline.after(Duration.ofSeconds(5)));
            return "connected";
        } catch (DialException e) {
            return Dial.text(e.failure());
        } finally {
            threads.shutdownNow();
        }
    }
}
