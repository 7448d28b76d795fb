package dev.slipway.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** The formats of keys and values. */
final class ConfigTextTest {

    @Example
    void reads_java_properties() {
        assertThat(render(PropertiesText.parse("""
                # comment = no
                ! either = no
                spring.redis.host=10.0.0.14
                  indented : value with spaces\s
                path\\ with\\:signs = C:\\\\data\\u00e9\\t!
                long=one,\\
                     two,\\
                  # three
                novalue
                #---
                server.port 8081"""))).isEqualTo("""
                0|3|spring.redis.host=10.0.0.14
                0|4|indented=value with spaces
                0|5|path with:signs=C:\\dataé\t!
                0|6|long=one,two,# three
                0|9|novalue=
                1|11|server.port=8081
                """);
    }

    @Example
    void reads_yaml_with_documents_anchors_and_redacted_values() {
        assertThat(render(YamlText.parse("""
                default: &default
                  adapter: mysql2
                  password: [REDACTED]
                  url: redis://:[REDACTED]@r:6379/0
                production:
                  <<: *default
                  host: db1
                  hosts: [a, "b:1"]
                  members:
                    - name: m1
                      port: 1
                    - name: m2
                empty:
                ---
                spring.profiles: prod
                list: &l [x]
                copy: *l
                """))).isEqualTo("""
                0|2|default.adapter=mysql2
                0|3|default.password=[REDACTED]
                0|4|default.url=redis://:[REDACTED]@r:6379/0
                0|6|production.adapter=mysql2
                0|6|production.password=[REDACTED]
                0|6|production.url=redis://:[REDACTED]@r:6379/0
                0|7|production.host=db1
                0|8|production.hosts[0]=a
                0|8|production.hosts[1]=b:1
                0|10|production.members[0].name=m1
                0|11|production.members[0].port=1
                0|12|production.members[1].name=m2
                0|13|empty=
                1|15|spring.profiles=prod
                1|16|list[0]=x
                1|17|copy[0]=x
                """);
    }

    @Example
    void keeps_what_stands_before_a_mistake() {
        ConfigText yaml = YamlText.parse("a: 1\nb:\n  c: 2\n d: 3\n");
        ConfigText json = JsonText.parse("{\"a\": 1,\n\"b\": [1, {\"c\":");

        assertThat(render(yaml)).isEqualTo("0|1|a=1\n0|3|b.c=2\n");
        assertThat(yaml.problem()).isEqualTo("not valid YAML from here on");
        assertThat(yaml.problemLine()).isEqualTo(4);
        assertThat(render(json)).isEqualTo("|1|a=1\n|2|b[0]=1\n");
        assertThat(json.problem()).isEqualTo("not valid JSON from here on");
        assertThat(json.problemLine()).isEqualTo(2);
    }

    @Example
    void reads_json_with_comments() {
        assertThat(render(JsonText.parse("""
                { // server
                  "Logging": { "LogLevel": { "Default": "Warning" } },
                  "hosts": [ "a", { "port": 80, }, null, true ],
                }
                """))).isEqualTo("""
                |2|Logging.LogLevel.Default=Warning
                |3|hosts[0]=a
                |3|hosts[1].port=80
                |3|hosts[2]=
                |3|hosts[3]=true
                """);
    }

    @Example
    void reads_sections_of_ini_files() {
        assertThat(render(IniText.parse("""
                ; comment
                # comment
                !includedir /etc/mysql/conf.d/
                [PHP]
                session.save_path = "2;/var/lib/php/sessions" ; comment
                upload_max_filesize=8M;not a comment
                [www]
                php_admin_value[error_log] = /var/log/fpm.log
                skip-name-resolve
                [loggers]
                keys = root,
                    app
                """))).isEqualTo("""
                PHP|5|session.save_path=2;/var/lib/php/sessions
                PHP|6|upload_max_filesize=8M;not a comment
                www|8|php_admin_value[error_log]=/var/log/fpm.log
                www|9|skip-name-resolve=
                loggers|11|keys=root, app
                """);
    }

    @Example
    void reads_assignments_of_shell_scripts() {
        assertThat(render(ShellText.parse("""
                #!/bin/sh
                export A="one \\"two\\" $B" # comment
                C='x;y'; D=2
                CATALINA_OPTS="$CATALINA_OPTS -Xms1g \\
                   -Xmx2g"
                if [ "$A" = b ]; then E=3; fi
                F+=4
                """))).isEqualTo("""
                |2|A=one "two" $B
                |3|C=x;y
                |4|CATALINA_OPTS=$CATALINA_OPTS -Xms1g -Xmx2g
                |7|F=4
                """);
    }

    @Example
    void reads_hostile_files_in_linear_time() {
        String aliases = "a: &a [x, x, x, x, x, x, x, x, x]\nb: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]\n"
                + "c: &c [*b, *b, *b, *b, *b, *b, *b, *b]\nd: &d [*c, *c, *c, *c, *c, *c, *c]\n"
                + "e: &e [*d, *d, *d, *d, *d, *d, *d]\nf: &f [*e, *e, *e, *e, *e, *e, *e, *e]\ng: [*f, *f, *f, *f]\n";
        assertThat(YamlText.parse(aliases).entries()).hasSize(20_000);
        assertThat(YamlText.parse("[".repeat(200_000)).problem()).isNotEmpty();
        assertThat(JsonText.parse("[".repeat(200_000)).problem()).isNotEmpty();
        assertThat(PropertiesText.parse("a=\\\n".repeat(200_000)).entries()).hasSize(1);
        assertThat(IniText.parse("a=1\n" + " b\n".repeat(200_000)).entries()).hasSize(1);
        assertThat(ShellText.parse("A=\\\n".repeat(200_000)).entries()).hasSize(1);
    }

    @Property
    void never_throws(@ForAll String text) {
        Stream.<Function<String, ConfigText>>of(
                        PropertiesText::parse, YamlText::parse, JsonText::parse, IniText::parse, ShellText::parse)
                .forEach(format -> {
                    format.apply(text);
                    format.apply("a:\n  - {b: \"c" + text);
                    format.apply("[s]\nk='" + text + "\n&a *a <<: ---");
                });
    }

    private static String render(ConfigText config) {
        return config.entries().stream()
                .map(entry -> entry.section() + "|" + entry.line() + "|" + entry.key() + "=" + entry.value() + "\n")
                .collect(Collectors.joining());
    }
}
