package dev.slipway.draft;

import dev.slipway.yaml.Yaml;
import dev.slipway.yaml.YamlValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The image that a workload's own would be built on.
 *
 * @param template name of the Dockerfile's template
 * @param images image by the runtime's version; {@code *} for any other
 * @param writes directories that its programs write to
 */
record BaseImage(String template, SortedMap<String, String> images, List<String> writes) {
    private static final SortedMap<String, BaseImage> ALL = read();

    BaseImage {
        images = new TreeMap<>(images);
        writes = List.copyOf(writes);
    }

    /** The base for a workload: by its runtime, else by its language, else by what any program needs. */
    static BaseImage of(Subject subject) {
        return Optional.ofNullable(ALL.get(subject.runtime()))
                .or(() -> Optional.ofNullable(ALL.get(subject.workload().family())))
                .or(() -> subject.jvm().map(jvm -> ALL.getOrDefault("java", ALL.get("native"))))
                .orElseGet(() -> Objects.requireNonNull(ALL.get("native")));
    }

    /** The image for a version: that of the longest listed prefix. */
    String image(String version) {
        for (int end = version.length(); end > 0; end--) {
            String found = images.get(version.substring(0, end));
            boolean whole = end == version.length() || !Character.isDigit(version.charAt(end));
            if (found != null && whole) {
                return found;
            }
        }
        return images.getOrDefault("*", "scratch");
    }

    private static SortedMap<String, BaseImage> read() {
        String file = "/drafts/base-images.yaml";
        try (InputStream in = BaseImage.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is missing in the jar");
            }
            SortedMap<String, BaseImage> all = new TreeMap<>();
            YamlValue.Mapping runtimes =
                    (YamlValue.Mapping) Yaml.read(new String(in.readAllBytes(), StandardCharsets.UTF_8), file);
            runtimes.entries().forEach(entry -> all.put(entry.key(), of((YamlValue.Mapping) entry.value())));
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BaseImage of(YamlValue.Mapping entry) {
        SortedMap<String, String> images = new TreeMap<>();
        entry.find("images")
                .ifPresent(found -> ((YamlValue.Mapping) found)
                        .entries()
                        .forEach(image -> images.put(image.key(), text(image.value()))));
        return new BaseImage(
                entry.find("template").map(BaseImage::text).orElse("binary"),
                images,
                entry.find("writes")
                        .map(found -> ((YamlValue.Sequence) found)
                                .items().stream().map(BaseImage::text).toList())
                        .orElse(List.of()));
    }

    private static String text(YamlValue value) {
        return ((YamlValue.Scalar) value).text();
    }
}
