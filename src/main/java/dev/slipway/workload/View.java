package dev.slipway.workload;

import dev.slipway.yaml.NearestName;
import dev.slipway.yaml.Place;
import dev.slipway.yaml.YamlException;
import java.util.ArrayList;
import java.util.List;

/**
 * A question about a process that has texts as its answer: {@code program}, {@code property catalina.base}.
 *
 * @param aspect what is asked for
 * @param parameter what it is asked about; empty where the aspect needs nothing
 */
record View(Aspect aspect, String parameter) {
    private static final String DIRECTORY = "directory of ";

    /**
     * The view with this name.
     *
     * @throws YamlException if there is none
     */
    static View parse(String text, Place place) {
        if (text.startsWith(DIRECTORY)) {
            parse(text.substring(DIRECTORY.length()), place);
            return new View(Aspect.DIRECTORY, text.substring(DIRECTORY.length()));
        }
        int blank = text.indexOf(' ');
        String word = blank < 0 ? text : text.substring(0, blank);
        String parameter = blank < 0 ? "" : text.substring(blank + 1).strip();
        List<String> words = new ArrayList<>();
        for (Aspect aspect : Aspect.values()) {
            if (aspect.word().equals(word) && aspect.takesParameter() != parameter.isEmpty()) {
                return new View(aspect, parameter);
            }
            words.add(aspect.word());
        }
        throw new YamlException(
                place,
                words.contains(word)
                        ? "'" + word + "' " + (parameter.isEmpty() ? "needs a word behind it" : "stands alone")
                        : "nothing about a process is called '" + word + "'" + NearestName.hint(word, words));
    }

    /** The answers, those that count most first. */
    List<String> of(Subject subject) {
        if (aspect == Aspect.DIRECTORY) {
            return parse(parameter, new Place("", 1, 1)).of(subject).stream()
                    .map(FilePath::parent)
                    .filter(directory -> !directory.isEmpty())
                    .toList();
        }
        return aspect.of(subject, parameter);
    }

    @Override
    public String toString() {
        if (aspect == Aspect.DIRECTORY) {
            return DIRECTORY + parameter;
        }
        return parameter.isEmpty() ? aspect.word() : aspect.word() + " " + parameter;
    }
}
