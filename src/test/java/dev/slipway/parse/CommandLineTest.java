package dev.slipway.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CommandLineTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nginx: worker process",
                "nginx: master process /usr/sbin/nginx -g daemon on;",
                "php-fpm: pool www",
                "postgres: 13/main: checkpointer",
                "sshd: /usr/sbin/sshd -D [listener] 0 of 10-100 startups",
                "gunicorn: master [shop.wsgi]",
                "puma 5.6.5 (tcp://0.0.0.0:9292) [shop]",
                "sidekiq 6.5.1 shop [0 of 10 busy]"
            })
    void a_process_may_write_a_title_over_its_arguments(String title) {
        assertThat(command(title + "\0").title(Optional.of("/usr/bin/x"))).isEqualTo(title);
        assertThat(command(title + "   \0\0\0\0").title(Optional.empty())).isEqualTo(title);
        assertThat(command(title + "\0leftover\0").title(Optional.empty()))
                .isEqualTo(title.contains(": ") ? title : "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/opt/My App/run\0", "/usr/bin/perl\0x: y\0", "-bash\0", "(sd-pam)\0", "", "a b\0c\0"})
    void other_command_lines_have_none(String raw) {
        assertThat(command(raw).title(Optional.empty())).isEmpty();
    }

    @Test
    void a_program_with_a_blank_in_its_path_is_no_title() {
        assertThat(command("My App/run\0").title(Optional.of("My App/run"))).isEmpty();
    }

    @Test
    void splits_at_nul_and_keeps_one_empty_argument_at_the_end() {
        assertThat(command("sh\0-c\0\0").arguments()).containsExactly("sh", "-c", "");
        assertThat(command("a\0\0b\0").arguments()).containsExactly("a", "", "b");
        assertThat(command("dovecot\0\0\0\0").arguments()).containsExactly("dovecot");
        assertThat(command("cut at the end\0of").arguments()).containsExactly("cut at the end", "of");
        assertThat(command("").arguments()).isEqualTo(List.of());
    }

    @Test
    void tells_that_a_kernel_has_cut_it() {
        String classPath = "/opt/shop/lib/some.jar:".repeat(200);

        assertThat(command(("java\0-cp\0" + classPath).substring(0, 4096)).cut())
                .isTrue();
        assertThat(command("java\0-cp\0" + classPath + "\0").cut()).isFalse();
    }

    private static CommandLine command(String raw) {
        return new CommandLine(raw, 1);
    }
}
