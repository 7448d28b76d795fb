package dev.slipway.parse;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

final class PythonTextTest {

    @Test
    void reads_assignments_dictionaries_and_lists() {
        assertThat(PythonText.parse("""
                        \"\"\"Settings of shop = "not one"
                        \"\"\"
                        import os
                        DEBUG = False  # in production
                        NAME: str = 'shop'
                        DATABASES = {
                            'default': {
                                'ENGINE': 'django.db.backends.mysql', # a comment, with a comma
                                'OPTIONS': {'charset': "utf8"},
                                'HOST': os.environ.get('DB_HOST', 'db'),
                            },
                        }
                        HOSTS = ["a", 'b',]
                        if DEBUG:
                            LEVEL = "debug"
                        app.config["SESSION_TYPE"] = "filesystem"
                        MEDIA_ROOT = os.path.join(BASE_DIR, 'media')
                        if a == "b": pass
                        """).entries())
                .containsExactly(
                        new ConfigEntry("", "DEBUG", "False", 4),
                        new ConfigEntry("", "NAME", "shop", 5),
                        new ConfigEntry("", "DATABASES.default.ENGINE", "django.db.backends.mysql", 8),
                        new ConfigEntry("", "DATABASES.default.OPTIONS.charset", "utf8", 9),
                        new ConfigEntry("", "DATABASES.default.HOST", "os.environ.get('DB_HOST', 'db')", 10),
                        new ConfigEntry("", "HOSTS[0]", "a", 13),
                        new ConfigEntry("", "HOSTS[1]", "b", 13),
                        new ConfigEntry("", "LEVEL", "debug", 15),
                        new ConfigEntry("", "SESSION_TYPE", "filesystem", 16),
                        new ConfigEntry("", "MEDIA_ROOT", "os.path.join(BASE_DIR, 'media')", 17));
    }

    @Property(tries = 500)
    void takes_any_text(@ForAll String text) {
        assertThat(PythonText.parse("A = {" + text)).isNotNull();
        assertThat(PythonText.parse("A = [" + text)).isNotNull();
    }

    @Test
    void ends_for_deep_and_for_open_brackets() {
        assertThat(PythonText.parse("A = " + "{'a': [".repeat(50_000)).entries())
                .hasSizeLessThan(5000);
        assertThat(PythonText.parse("A = (".repeat(50_000)).entries()).hasSizeLessThan(5000);
    }
}
