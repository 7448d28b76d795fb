package dev.slipway.parse;

import dev.slipway.facts.Archive;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds and reads the property files of one Spring application, as Spring Boot does. */
final class SpringFiles {
    private static final Pattern VERSION = Pattern.compile("(\\d+)\\.(\\d+).*");
    private static final int MAX_PROFILES = 50;

    private final JavaApplication application;
    private final HostFiles outside;
    private final HostFiles inside;
    private final List<SourceFile> used = new ArrayList<>();
    private List<String> profiles = List.of();

    SpringFiles(JavaApplication application, HostFiles outside, HostFiles inside) {
        this.application = application;
        this.outside = outside;
        this.inside = inside;
    }

    /** The properties in force. */
    SpringProperties read() {
        SpringProperties properties = read(List.of());
        List<String> found = profiles(properties);
        // a profile's own file may include more profiles
        for (int round = 0; round < 3 && !found.equals(profiles); round++) {
            profiles = found;
            properties = read(profiles);
            found = profiles(properties);
        }
        return properties;
    }

    /** The files that hold for it, those that count more behind the others. */
    List<SourceFile> used() {
        return List.copyOf(used);
    }

    /** Profiles that are active, in their order. */
    List<String> profiles() {
        return profiles;
    }

    private List<String> profiles(SpringProperties properties) {
        LinkedHashSet<String> names = new LinkedHashSet<>(properties.list("spring.profiles.active"));
        names.addAll(properties.list("spring.profiles.include"));
        for (String name : List.copyOf(names)) {
            names.addAll(properties.list("spring.profiles.group." + name));
        }
        if (names.isEmpty()) {
            names.addAll(properties.list("spring.profiles.default"));
        }
        return names.isEmpty()
                ? List.of("default")
                : names.stream().limit(MAX_PROFILES).toList();
    }

    private SpringProperties read(List<String> active) {
        used.clear();
        SpringProperties properties = new SpringProperties(application);
        for (String name :
                List.of("bootstrap", application.option("spring.config.name").orElse("application"))) {
            List<List<String>> groups = groups();
            if (profilesFirst()) {
                groups = List.of(groups.stream().flatMap(List::stream).toList());
            }
            for (List<String> group : groups) {
                group.forEach(location -> read(location, name, active, properties));
                active.forEach(
                        profile -> group.forEach(location -> read(location, name + "-" + profile, active, properties)));
            }
        }
        return properties;
    }

    /** Until Spring Boot 2.4 a profile's file counted more than any other, wherever it lay. */
    private boolean profilesFirst() {
        Matcher version = VERSION.matcher(
                application.archive().map(Archive::springBootVersion).orElse(""));
        return version.matches() && Integer.parseInt(version.group(1)) * 100 + Integer.parseInt(version.group(2)) < 204;
    }

    /** Places to look in, from least to most important; inside one group a profile's file counts more. */
    private List<List<String>> groups() {
        Optional<String> replaced =
                application.option("spring.config.location").or(() -> variable("SPRING_CONFIG_LOCATION"));
        List<List<String>> groups = new ArrayList<>();
        if (replaced.isEmpty()) {
            groups.add(classPath());
            String directory = application.workingDirectory();
            List<String> started = new ArrayList<>(List.of(directory + "/", directory + "/config/"));
            outside.matching(directory + "/config/*/application*").stream()
                    .map(file -> file.path().substring(0, file.path().lastIndexOf('/') + 1))
                    .distinct()
                    .forEach(started::add);
            groups.add(started);
        }
        Stream.concat(
                        replaced.stream(),
                        application
                                .option("spring.config.additional-location")
                                .or(() -> variable("SPRING_CONFIG_ADDITIONAL_LOCATION"))
                                .stream())
                .flatMap(locations -> Stream.of(locations.split("[,;]")))
                .map(this::location)
                .forEach(groups::add);
        return groups;
    }

    private Optional<String> variable(String name) {
        return Optional.ofNullable(application.environment().get(name)).filter(value -> !value.isEmpty());
    }

    private List<String> location(String written) {
        String path = written.strip().replaceFirst("^optional:", "");
        if (path.startsWith("classpath:")) {
            String below = path.substring("classpath:".length()).replaceFirst("^/", "");
            return classPathRoots().stream().map(root -> root + below).toList();
        }
        return List.of(application.absolute(path));
    }

    private List<String> classPath() {
        return classPathRoots().stream()
                .flatMap(root -> Stream.of(root, root + "config/"))
                .toList();
    }

    private List<String> classPathRoots() {
        Stream<String> archives = application.places().archives().stream()
                .flatMap(archive -> Stream.of("!/", "!/BOOT-INF/classes/", "!/WEB-INF/classes/")
                        .map(folder -> archive + folder));
        Stream<String> directories = application.command().classPath().stream()
                .filter(entry -> !entry.endsWith(".jar"))
                .map(entry -> application.absolute(entry.replaceFirst("/?\\*?$", "")))
                .flatMap(entry -> Stream.of(entry + "/", entry + "/BOOT-INF/classes/"));
        return Stream.concat(archives, directories).distinct().toList();
    }

    private void read(String location, String name, List<String> active, SpringProperties properties) {
        if (!location.endsWith("/")) {
            // a file was named: it is read as it is, and its profiles' files beside it
            String stem = location.replaceFirst("\\.[a-z]+$", "");
            String suffix = name.contains("-") ? name.substring(name.indexOf('-')) : "";
            find(stem + suffix + location.substring(stem.length())).forEach(file -> read(file, active, properties));
            return;
        }
        Stream.of(".yaml", ".yml", ".properties")
                .flatMap(extension -> find(location + name + extension).stream())
                .forEach(file -> read(file, active, properties));
    }

    private List<SourceFile> find(String path) {
        return Stream.concat(outside.find(path).stream(), inside.find(path).stream())
                .sorted(Comparator.comparing(SourceFile::path))
                .limit(1)
                .toList();
    }

    private void read(SourceFile file, List<String> active, SpringProperties properties) {
        used.add(file);
        new SpringDocuments(text(file)).active(active).forEach(entry -> properties.add(entry, file.at(entry.line())));
    }

    /** The keys and values of a file of properties or YAML. */
    static ConfigText text(SourceFile file) {
        return file.path().endsWith(".properties") ? PropertiesText.parse(file.text()) : YamlText.parse(file.text());
    }
}
