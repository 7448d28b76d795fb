package dev.slipway.report;

import java.util.List;

/**
 * A part of a host's page that consists of tables.
 *
 * @param intro what stands before them; may be empty
 */
record Section(String sectionId, String sectionTitle, String intro, List<Table> tables) {

    Section {
        tables = List.copyOf(tables);
    }

    static Section of(String id, String intro, List<Table> tables, Words words) {
        return new Section(id, words.say("section-" + id), intro, tables);
    }
}
