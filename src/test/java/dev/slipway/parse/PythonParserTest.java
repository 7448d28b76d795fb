package dev.slipway.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.facts.HostFacts;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PythonParserTest {

    private static String read(String path, String text) {
        return FactLines.configuration(new PythonParser()
                .read(
                        RecordedHost.asRoot()
                                .file("python", "settings", path, text)
                                .evidence(),
                        HostFacts.unread("host")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"debian-12/configuration/python-root"})
    void reads_recorded_hosts(String name) {
        HostFacts facts = new PythonParser().read(RecordedHost.read(name), HostFacts.unread("host"));

        Expected.assertFacts(name, FactLines.configuration(facts));
    }

    @Test
    void knows_that_django_keeps_sessions_in_the_database_by_itself() {
        assertThat(read("/srv/a/a/settings.py", "INSTALLED_APPS = ['django.contrib.sessions']\n"))
                .isEqualTo("""
                sessionState
                  application=/srv/a  mechanism=Django db  store=database  cookie=sessionid  timeoutMinutes=20160  survivesRestart=true  evidence=[settings.py:1]
                """);
    }

    @Test
    void reads_sessions_of_flask_in_files() {
        assertThat(read("/srv/a/config.py", "SESSION_TYPE = 'filesystem'\nSESSION_FILE_DIR = '/data/sessions/'\n"))
                .isEqualTo("""
                sessionState
                  application=/srv/a  mechanism=Flask-Session filesystem  store=file  path=/data/sessions  survivesRestart=true  evidence=[config.py:1]
                """);
    }

    @Property(tries = 300)
    void takes_any_text(@ForAll String text) {
        assertThat(read("/srv/a/a/settings.py", "DATABASES = {" + text)).isNotNull();
        assertThat(read("/srv/a/app.py", "from flask import session\n" + text)).isNotNull();
        assertThat(read("/srv/a/uwsgi.ini", "[uwsgi]\n" + text)).isNotNull();
    }
}
