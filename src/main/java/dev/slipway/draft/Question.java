package dev.slipway.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What only the owner can say.
 *
 * @param text the question
 * @param rule the rule behind it; empty if none
 * @param file the file that waits for the answer, within the draft's folder
 * @param pointer JSON pointer of the field in it; empty if there is none
 */
record Question(String text, String rule, String file, String pointer) {

    /** A question on a page. Its texts are Markdown. */
    record Numbered(int number, String question, String rule, String where) {}

    /** The questions as they stand on a page. */
    static List<Numbered> numbered(List<Question> questions) {
        List<Numbered> numbered = new ArrayList<>();
        for (Question question : questions) {
            String text = question.text().substring(0, 1).toUpperCase(Locale.ROOT)
                    + question.text().substring(1);
            numbered.add(new Numbered(
                    numbered.size() + 1, PlainText.markdown(text), question.rule(), PlainText.code(question.where())));
        }
        return numbered;
    }

    /** File and field for a person: the last names of the pointer. */
    private String where() {
        List<String> names = new ArrayList<>(List.of(pointer.split("/")));
        names.removeIf(name -> name.isEmpty() || name.matches("[0-9]+"));
        int from = Math.max(0, names.size() - 2);
        String field = String.join(".", names.subList(from, names.size()));
        return field.isEmpty() ? file : file + ", " + field;
    }
}
