package dev.slipway.rules;

import dev.slipway.rules.FactType.Struct;
import dev.slipway.yaml.NearestName;
import dev.slipway.yaml.Place;
import dev.slipway.yaml.YamlException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A sentence with facts in it: {@code "{{workload.name}} keeps its sessions in memory"}. */
final class Message {
    private static final List<String> UNITS = List.of("bytes", "KiB", "MiB", "GiB", "TiB");
    private static final Pattern SLOT = Pattern.compile("\\{\\{([^{}]*)}}");

    private final String template;

    private Message(String template) {
        this.template = template;
    }

    /**
     * The message of this template.
     *
     * @param variables names and types that may stand in it
     * @throws YamlException if a slot names no fact
     */
    static Message compile(String template, SortedMap<String, FactType> variables, Place place) {
        Matcher slot = SLOT.matcher(template);
        while (slot.find()) {
            check(List.of(slot.group(1).strip().split("\\.", -1)), variables, place);
        }
        return new Message(template);
    }

    private static void check(List<String> path, SortedMap<String, FactType> variables, Place place) {
        Optional<FactType> type = Optional.ofNullable(variables.get(path.get(0)));
        if (type.isEmpty()) {
            throw new YamlException(
                    place,
                    "{{" + String.join(".", path) + "}}: no such variable '" + path.get(0) + "'"
                            + NearestName.hint(path.get(0), variables.keySet()));
        }
        for (String step : path.subList(1, path.size())) {
            if (!(type.get() instanceof Struct struct) || struct.find(step).isEmpty()) {
                List<String> names = type.get() instanceof Struct struct
                        ? List.copyOf(struct.fields().keySet())
                        : List.of();
                throw new YamlException(
                        place,
                        "{{" + String.join(".", path) + "}}: no such fact '" + step + "'"
                                + NearestName.hint(step, names));
            }
            type = struct.find(step);
        }
    }

    /** The sentence; a fact that could not be read is {@code ?}, and an empty one takes no room. */
    String render(SortedMap<String, FactTree> variables) {
        Matcher slot = SLOT.matcher(template);
        StringBuilder out = new StringBuilder();
        int from = 0;
        while (slot.find()) {
            out.append(template, from, slot.start());
            String value = value(List.of(slot.group(1).strip().split("\\.", -1)), variables);
            boolean gap = value.isEmpty() && out.toString().endsWith(" ");
            from = slot.end() + (gap && template.startsWith(" ", slot.end()) ? 1 : 0);
            out.append(value);
        }
        return out.append(template, from, template.length()).toString().stripTrailing();
    }

    private static String value(List<String> path, SortedMap<String, FactTree> variables) {
        FactTree tree = variables.get(path.get(0));
        List<String> rest = path.subList(1, path.size());
        if (tree == null || tree.reasonUnknown(rest).isPresent()) {
            return "?";
        }
        boolean size = path.get(path.size() - 1).endsWith("Bytes");
        return tree.find(rest)
                .map(value -> size && value instanceof Long bytes ? size(bytes) : text(value))
                .orElse("?");
    }

    /** {@code 512 MiB}, {@code 1.5 GiB}: a sentence has no use for nine digits. */
    private static String size(long bytes) {
        double value = bytes;
        int unit = 0;
        while (value >= 1024 && unit < UNITS.size() - 1) {
            value /= 1024;
            unit++;
        }
        String number = String.format(Locale.ROOT, "%.1f", value).replaceFirst("\\.0$", "");
        return number + " " + UNITS.get(unit);
    }

    private static String text(Object value) {
        if (value instanceof List<?> list) {
            List<String> shown = new ArrayList<>();
            list.stream().limit(5).forEach(item -> shown.add(text(item)));
            return shown.stream().collect(Collectors.joining(", ")) + (list.size() > 5 ? ", …" : "");
        } else if (value instanceof Double number && number == Math.rint(number) && Math.abs(number) < 1e15) {
            return String.valueOf(number.longValue());
        }
        return String.valueOf(value);
    }
}
