package dev.slipway.jvm;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A release of Java.
 *
 * @param text as the machine says it: {@code 1.8.0_181}, {@code 17.0.15}
 * @param major {@code 8}, {@code 17}
 * @param update the update of Java 8 and older, else the third number: {@code 181}, {@code 15}
 */
public record JavaVersion(String text, int major, int update) {
    private static final Pattern OLD = Pattern.compile("1\\.(\\d{1,2})(?:\\.\\d+(?:_(\\d{1,4}))?)?(?:[^\\d].*)?");
    private static final Pattern NEW = Pattern.compile("(\\d{1,3})(?:\\.\\d{1,3}(?:\\.(\\d{1,4}))?)?(?:[^\\d].*)?");
    private static final Pattern DIRECTORY = Pattern.compile(
            "(?i)(?:[a-z]*-)?(?:jdk|jre|java|openjdk|temurin|zulu|corretto|semeru)[a-z-]*(1\\.\\d|\\d{1,2})(?:[^0-9].*)?");

    /** The release with this version; empty if the text is none. */
    public static Optional<JavaVersion> parse(String text) {
        Matcher old = OLD.matcher(text);
        Matcher version = old.matches() ? old : NEW.matcher(text);
        if (!version.matches()) {
            return Optional.empty();
        }
        int update =
                Optional.ofNullable(version.group(2)).map(Integer::parseInt).orElse(0);
        return Optional.of(new JavaVersion(text, Integer.parseInt(version.group(1)), update));
    }

    /** The major version that the path of an installation names: 17 for {@code /usr/lib/jvm/java-17-openjdk-amd64}. */
    public static Optional<Integer> majorInPath(String path) {
        for (String directory : path.split("/")) {
            Matcher named = DIRECTORY.matcher(directory);
            if (named.matches()) {
                String number = named.group(1);
                int major = Integer.parseInt(number.startsWith("1.") ? number.substring(2) : number);
                return major >= 4 && major <= 60 ? Optional.of(major) : Optional.empty();
            }
        }
        return Optional.empty();
    }
}
