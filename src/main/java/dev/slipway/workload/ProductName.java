package dev.slipway.workload;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Names for workloads, made from names of services, files and directories. */
final class ProductName {
    private static final Pattern VERSION =
            Pattern.compile("[-_.]?v?\\d+(?:[._]\\d+)+(?:[-_.+]?[A-Za-z0-9]+)*$|[-_.]v?\\d{1,14}$"
                    + "|[-_.](?:SNAPSHOT|RELEASE|FINAL|GA|jar-with-dependencies|all|exec|fat|uber|shaded)$");
    private static final Pattern EXTENSION =
            Pattern.compile("\\.(?:jar|war|ear|py|js|mjs|cjs|rb|php|pl|sh|dll|exe|bin)$");

    /** Names that many programs have. */
    private static final List<String> COMMON = List.of(
            "java",
            "app",
            "apps",
            "application",
            "main",
            "server",
            "service",
            "start",
            "startup",
            "run",
            "bin",
            "current",
            "target",
            "python",
            "node",
            "index",
            "manage",
            "wsgi",
            "asgi",
            "release",
            "releases",
            "dist",
            "build",
            "lib",
            "libs",
            "latest",
            "webapps",
            "web",
            "home",
            "opt",
            "boot",
            "launcher",
            "standalone",
            "www",
            "html",
            "src",
            "program",
            "public",
            "classes",
            "root",
            "data",
            "deploy",
            "bootstrap",
            "conf",
            "config",
            "share",
            "libexec",
            "sbin",
            "local",
            "work",
            "default",
            "test",
            "daemon",
            "worker");

    private ProductName() {}

    /** A name that is fit for files and for the cluster: small letters, digits and hyphens. */
    static String of(String text) {
        String name = text.toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9-]+", "-")
                .replaceAll("-{2,}", "-")
                .replaceAll("^[^a-z0-9]+|[^a-z0-9]+$", "");
        String cut = name.length() <= 63 ? name : name.substring(0, 63).replaceAll("[^a-z0-9]+$", "");
        return cut.isEmpty() ? "workload" : cut;
    }

    /** What a file or directory calls its product: its name without ending and version, if that says anything. */
    static Optional<String> ofFile(String path) {
        String name = EXTENSION.matcher(FilePath.name(path)).replaceFirst("");
        String before = "";
        while (!before.equals(name)) {
            before = name;
            name = VERSION.matcher(name).replaceFirst("");
        }
        return telling(name);
    }

    /** The nearest directory from here upwards whose name says something. */
    static Optional<String> ofDirectory(String directory) {
        String at = directory;
        while (FilePath.ofOneProgram(at)) {
            Optional<String> name = ofFile(at);
            if (name.isPresent()) {
                return name;
            }
            at = FilePath.parent(at);
        }
        return Optional.empty();
    }

    /** What a service calls it: without the instance of a template, and without a port that it listens on. */
    static Optional<String> ofUnit(String unit, List<Integer> ports) {
        String name = UnitName.plain(unit).replaceFirst("@.*$", "");
        for (int port : ports) {
            name = name.replaceFirst("[-_]?" + port + "$", "");
        }
        return telling(name);
    }

    /** The simple name of a class, in words: {@code feed-importer} of {@code com.example.FeedImporter}. */
    static Optional<String> ofClass(String name) {
        String simple = name.substring(name.lastIndexOf('.') + 1).replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-");
        return telling(simple);
    }

    /** The first file of the house that a command line names. */
    static Optional<String> ofCommand(String command) {
        return Arrays.stream(command.split("[\\s'\";|&<>()]+"))
                .filter(word -> word.startsWith("/") && !FilePath.ofTheSystem(word) && !word.startsWith("/dev/"))
                .flatMap(word -> ofFile(word).stream())
                .findFirst();
    }

    private static Optional<String> telling(String name) {
        String plain = name.isEmpty() ? "" : of(name);
        return Optional.of(plain)
                .filter(text -> !text.isEmpty() && !COMMON.contains(text) && text.matches(".*[a-z].*"));
    }
}
