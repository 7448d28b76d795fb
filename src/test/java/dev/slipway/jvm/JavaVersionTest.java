package dev.slipway.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class JavaVersionTest {

    @ParameterizedTest
    @CsvSource({
        "1.8.0_181, 8, 181",
        "1.8.0_402-b06, 8, 402",
        "1.7.0, 7, 0",
        "1.6.0_45, 6, 45",
        "9, 9, 0",
        "11.0.22, 11, 22",
        "17.0.15, 17, 15",
        "21, 21, 0",
        "25.0.3, 25, 3",
        "21-ea, 21, 0"
    })
    void every_form_of_a_version_is_read(String text, int major, int update) {
        assertThat(JavaVersion.parse(text)).contains(new JavaVersion(text, major, update));
    }

    @Test
    void what_is_no_version_gives_none() {
        assertThat(JavaVersion.parse("unknown")).isEmpty();
        assertThat(JavaVersion.parse("")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/usr/lib/jvm/java-17-openjdk-amd64, 17",
        "/usr/lib/jvm/java-1.8.0-openjdk-1.8.0.402.b06-1.el7_9.x86_64/jre, 8",
        "/usr/java/jdk1.8.0_181, 8",
        "/opt/jdk-11.0.2, 11",
        "/opt/java/openjdk-21, 21",
        "/usr/lib/jvm/temurin-25-jdk-amd64, 25",
        "/opt/ibm/ibm-java-x86_64-80/jre, 0",
        "/opt/java, 0",
        "/opt/app9/jre, 0"
    })
    void an_installation_often_says_its_major_version(String path, int major) {
        assertThat(JavaVersion.majorInPath(path).orElse(0)).isEqualTo(major);
    }
}
