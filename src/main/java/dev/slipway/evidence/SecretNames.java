package dev.slipway.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Knows which names are those of secrets. */
final class SecretNames {
    private final SecretForms forms;
    private final List<Ending> endings = new ArrayList<>();

    /**
     * What a name says about its value.
     *
     * @param exact whether nothing follows the words that tell it
     */
    record Meaning(SecretForms.Key key, boolean exact) {}

    /** A key as its words and as one word; prepared, since a hostile text may hold a million names. */
    private record Ending(SecretForms.Key key, String words, String joined) {

        static Ending of(SecretForms.Key key) {
            String before = key.whole() ? " " : "";
            return new Ending(
                    key, before + key.word() + " ", before + key.word().replace(" ", "") + " ");
        }

        /** Where the key ends in a name, or -1. */
        int in(String name) {
            int apart = name.lastIndexOf(words);
            int together = name.lastIndexOf(joined);
            return Math.max(
                    apart < 0 ? -1 : apart + words.length() - 1, together < 0 ? -1 : together + joined.length() - 1);
        }
    }

    SecretNames(SecretForms forms) {
        this.forms = forms;
        forms.keys().forEach(key -> endings.add(Ending.of(key)));
    }

    /** What a name says, if it is the name of a secret. */
    Optional<Meaning> meaning(KeyName name) {
        for (Ending ending : endings) {
            int end = ending.key().option() && !name.option() ? -1 : ending.in(name.words());
            if (end >= 0 && !isHarmless(name, end)) {
                return Optional.of(
                        new Meaning(ending.key(), name.words().substring(end).isBlank()));
            }
        }
        return Optional.empty();
    }

    private boolean isNeutral(String word) {
        return forms.neutral().contains(word)
                || word.endsWith("s") && forms.neutral().contains(word.substring(0, word.length() - 1));
    }

    private boolean isHarmless(KeyName name, int end) {
        List<String> rest = List.of(name.words().substring(end).strip().split(" "));
        return rest.stream().anyMatch(this::isNeutral) || name.has(forms.exceptions());
    }
}
