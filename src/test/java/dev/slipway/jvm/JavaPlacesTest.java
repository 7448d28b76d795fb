package dev.slipway.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class JavaPlacesTest {

    private static JavaPlaces places(String workingDirectory, String... arguments) {
        return JavaPlaces.of(JavaCommand.parse(List.of(arguments)), workingDirectory);
    }

    @Test
    void a_jar_is_looked_for_in_its_directory_and_where_it_was_started() {
        assertThat(places("/srv/run", "java", "-Dlogging.config=./logback.xml", "-jar", "../app.jar", "-x"))
                .isEqualTo(new JavaPlaces(
                        List.of("/srv/run/../app.jar"),
                        List.of("/srv/run", "/srv/run/.."),
                        List.of("/srv/run/logback.xml")));
        assertThat(places("/", "java", "-jar", "/opt/batch/lib/batch.jar"))
                .isEqualTo(new JavaPlaces(
                        List.of("/opt/batch/lib/batch.jar"), List.of("/opt/batch", "/opt/batch/lib"), List.of()));
    }

    @Test
    void locations_of_spring_are_directories_or_files() {
        assertThat(places(
                        "",
                        "java",
                        "-Dspring.config.additional-location=optional:file:/etc/shop/,classpath:/x/",
                        "-jar",
                        "/opt/shop.jar",
                        "--spring.config.location=file:///etc/app.yml"))
                .isEqualTo(new JavaPlaces(
                        List.of("/opt/shop.jar"), List.of("/etc/shop", "/opt"), List.of("/etc/app.yml")));
    }

    @Test
    void servers_and_class_paths_show_their_directories() {
        assertThat(places(
                        "/",
                        "java",
                        "-Djava.util.logging.config.file=/opt/tomcat/conf/logging.properties",
                        "-cp",
                        "/opt/tomcat/bin/bootstrap.jar:/opt/log4j2/lib/*:/opt/log4j2/conf",
                        "-Dcatalina.base=/opt/tomcat",
                        "org.apache.catalina.startup.Bootstrap"))
                .isEqualTo(new JavaPlaces(
                        List.of("/opt/tomcat/bin/bootstrap.jar"),
                        List.of("/opt/log4j2", "/opt/log4j2/conf", "/opt/log4j2/lib", "/opt/tomcat", "/opt/tomcat/bin"),
                        List.of("/opt/tomcat/conf/logging.properties")));
    }

    @Test
    void a_command_line_that_shows_nothing_gives_nothing() {
        assertThat(places("", "java", "-jar")).isEqualTo(new JavaPlaces(List.of(), List.of(), List.of()));
    }
}
