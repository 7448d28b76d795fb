package dev.slipway.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.inventory.AuthMethod;
import dev.slipway.testing.MinaServer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.auth.keyboard.InteractiveChallenge;
import org.apache.sshd.server.auth.keyboard.KeyboardInteractiveAuthenticator;
import org.apache.sshd.server.auth.keyboard.UserAuthKeyboardInteractiveFactory;
import org.apache.sshd.server.auth.password.PasswordChangeRequiredException;
import org.apache.sshd.server.auth.password.UserAuthPasswordFactory;
import org.apache.sshd.server.session.ServerSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PasswordTest {
    private static final String NEXT = " | check the password, and whether the account is locked or has expired";

    @TempDir
    private Path dir;

    private String hello(Consumer<SshServer> change, String secret, AuthMethod... methods) {
        MinaServer.Program hello = (in, out, err) -> {
            out.write("hello".getBytes(StandardCharsets.US_ASCII));
            return 0;
        };
        try (MinaServer server = new MinaServer(hello, change)) {
            Dial dial = Dial.to(server.port(), "ops", server.knownHosts(dir)).auth(methods);
            return (secret.isEmpty() ? dial : dial.secret(secret)).hello().replace(":" + server.port(), ":PORT");
        }
    }

    private static void password(SshServer server) {
        server.setUserAuthFactories(List.of(UserAuthPasswordFactory.INSTANCE));
        server.setPasswordAuthenticator((user, password, session) -> password.equals("right"));
    }

    @Test
    void logs_in_with_the_password() {
        assertThat(hello(PasswordTest::password, "right", AuthMethod.PASSWORD)).isEqualTo("hello");
    }

    @Test
    void a_wrong_password_is_tried_once() {
        assertThat(hello(PasswordTest::password, "wrong", AuthMethod.PASSWORD, AuthMethod.KEYBOARD_INTERACTIVE))
                .isEqualTo("AuthenticationFailed: 127.0.0.1:PORT refused ops with the password; it accepts password"
                        + NEXT);
    }

    @Test
    void a_missing_password_is_not_an_empty_one() {
        assertThat(hello(PasswordTest::password, "", AuthMethod.PASSWORD))
                .isEqualTo(
                        "AuthenticationFailed: there is no key and no password for ops at 127.0.0.1:PORT; it accepts password"
                                + " | name a key with 'identityFiles', or give the password at the prompt or in"
                                + " SLIPWAY_SSH_PASSWORD");
    }

    @Test
    void says_when_the_password_has_expired() {
        assertThat(hello(
                        server -> {
                            password(server);
                            server.setPasswordAuthenticator((user, password, session) -> {
                                throw new PasswordChangeRequiredException("expired", "new password", "");
                            });
                        },
                        "right",
                        AuthMethod.PASSWORD))
                .startsWith("AuthenticationFailed: the password has expired and must be changed")
                .endsWith(" | log in by hand once and look");
    }

    private static Consumer<SshServer> questions(String... prompts) {
        return server -> {
            server.setUserAuthFactories(List.of(UserAuthKeyboardInteractiveFactory.INSTANCE));
            server.setKeyboardInteractiveAuthenticator(new KeyboardInteractiveAuthenticator() {
                @Override
                public InteractiveChallenge generateChallenge(
                        ServerSession session, String user, String language, String submethods) {
                    InteractiveChallenge challenge = new InteractiveChallenge();
                    for (String prompt : prompts) {
                        challenge.addPrompt(prompt.replace("!", ""), prompt.endsWith("!"));
                    }
                    return challenge;
                }

                @Override
                public boolean authenticate(ServerSession session, String user, List<String> responses) {
                    return responses.equals(List.of("right"));
                }
            });
        };
    }

    @Test
    void answers_the_question_for_the_password_in_any_language() {
        assertThat(hello(questions("Mot de passe : "), "right", AuthMethod.KEYBOARD_INTERACTIVE))
                .isEqualTo("hello");
        assertThat(hello(questions("Password: "), "wrong", AuthMethod.PASSWORD, AuthMethod.KEYBOARD_INTERACTIVE))
                .isEqualTo("AuthenticationFailed: 127.0.0.1:PORT refused ops with"
                        + " the password as the answer to its question; it accepts keyboard-interactive" + NEXT);
    }

    @Test
    void does_not_answer_what_only_a_person_knows() {
        assertThat(hello(questions("Password: ", "One-time code: "), "right", AuthMethod.KEYBOARD_INTERACTIVE))
                .startsWith("AuthenticationFailed: the host asks 'One-time code:', which only a person can answer");
        assertThat(hello(questions("Your pet's name\u001b[2J: !"), "right", AuthMethod.KEYBOARD_INTERACTIVE))
                .startsWith(
                        "AuthenticationFailed: the host asks 'Your pet's name [2J:', which only a person can answer");
    }

    @Test
    void gives_both_proofs_to_a_host_that_wants_two() {
        Consumer<SshServer> two = server -> {
            questions("Password: ").accept(server);
            server.setUserAuthFactories(
                    List.of(UserAuthKeyboardInteractiveFactory.INSTANCE, UserAuthPasswordFactory.INSTANCE));
            server.setPasswordAuthenticator((user, password, session) -> password.equals("right"));
            CoreModuleProperties.AUTH_METHODS.set(server, "keyboard-interactive,password");
        };

        assertThat(hello(two, "right", AuthMethod.KEYBOARD_INTERACTIVE, AuthMethod.PASSWORD))
                .isEqualTo("hello");
        assertThat(hello(two, "right", AuthMethod.PASSWORD, AuthMethod.KEYBOARD_INTERACTIVE))
                .isEqualTo("hello");
        assertThat(hello(two, "right", AuthMethod.KEYBOARD_INTERACTIVE))
                .isEqualTo("AuthenticationFailed: 127.0.0.1:PORT accepted one proof of ops and wants another;"
                        + " it accepts password"
                        + " | give the account what it still wants, by 'auth' and 'identityFiles' or a password");
    }
}
