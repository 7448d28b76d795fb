package dev.slipway.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.jvm.JavaCommand.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

final class JavaCommandTest {

    @Test
    void a_jar_ends_the_options() {
        assertThat(parse("/usr/bin/java -Xmx512m -Da=b -jar /opt/app/app.jar --spring.profiles.active=prod -x"))
                .isEqualTo(new JavaCommand(
                        List.of("-Xmx512m", "-Da=b"),
                        List.of(),
                        List.of(),
                        Kind.JAR,
                        "/opt/app/app.jar",
                        List.of("--spring.profiles.active=prod", "-x")));
    }

    @Test
    void a_main_class_follows_the_class_path_whose_last_mention_holds() {
        assertThat(parse("java -cp /old.jar -classpath /etc/app:/opt/lib/*: -server com.example.Main -jar x"))
                .isEqualTo(new JavaCommand(
                        List.of("-server"),
                        List.of("/etc/app", "/opt/lib/*"),
                        List.of(),
                        Kind.CLASS,
                        "com.example.Main",
                        List.of("-jar", "x")));
    }

    @Test
    void a_module_with_its_path_and_options_that_take_a_value_behind_a_blank() {
        assertThat(parse("java --add-opens java.base/java.lang=ALL-UNNAMED -p /opt/mods -m app/com.example.Main run"))
                .isEqualTo(new JavaCommand(
                        List.of("--add-opens=java.base/java.lang=ALL-UNNAMED", "--module-path=/opt/mods"),
                        List.of(),
                        List.of(),
                        Kind.MODULE,
                        "app/com.example.Main",
                        List.of("run")));
    }

    @Test
    void files_with_arguments_are_named_and_leave_the_rest_open() {
        JavaCommand command = parse("java @/etc/app.args -XX:VMOptionsFile=/etc/vm.options -XX:Flags=.hotspotrc");

        assertThat(command.kind()).isEqualTo(Kind.NONE);
        assertThat(command.optionFiles()).containsExactly("/etc/app.args", "/etc/vm.options", ".hotspotrc");
    }

    @Test
    void jsvc_has_options_of_its_own() {
        assertThat(parse("jsvc.exec -java-home /usr -user tomcat -pidfile /run/t.pid -Dcatalina.base=/srv/t -cp /b.jar"
                                + " org.apache.catalina.startup.Bootstrap")
                        .main())
                .isEqualTo("org.apache.catalina.startup.Bootstrap");
    }

    @Test
    void the_last_of_several_equal_properties_holds() {
        JavaCommand command = parse("java -Dcatalina.base=/a -Dcatalina.base=/b Main");

        assertThat(command.property("catalina.base")).contains("/b");
        assertThat(command.property("catalina")).isEmpty();
    }

    @Test
    void what_ends_in_the_middle_is_taken_as_far_as_it_goes() {
        assertThat(parse("java -cp").kind()).isEqualTo(Kind.NONE);
        assertThat(parse("java -jar").main()).isEmpty();
        assertThat(JavaCommand.parse(List.of()).options()).isEmpty();
    }

    private static JavaCommand parse(String line) {
        return JavaCommand.parse(List.of(line.split(" ")));
    }
}
