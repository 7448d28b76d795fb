package dev.slipway.report;

import dev.slipway.rules.Concern;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * Scores by concern: a row for each owner or host, a column for each concern.
 *
 * @param mapId id within the page
 * @param mapCaption what it shows
 * @param rowHeading what its rows are
 * @param concerns headings of its columns
 */
record HeatMap(String mapId, String mapCaption, String rowHeading, List<String> concerns, List<Line> lines) {

    HeatMap {
        concerns = List.copyOf(concerns);
        lines = List.copyOf(lines);
    }

    /** A row: a name, where it leads, and its scores. */
    record Line(String name, String nameLink, List<Square> squares) {
        Line {
            squares = List.copyOf(squares);
        }

        static Line of(String name, String link, SortedMap<String, Integer> scores) {
            List<Square> squares = Arrays.stream(Concern.values())
                    .map(concern -> Square.of(Optional.ofNullable(scores.get(concern.term()))))
                    .toList();
            return new Line(name, link, squares);
        }
    }

    /** A score in the colour of its band. */
    record Square(String points, String squareStyle) {
        static Square of(Optional<Integer> score) {
            return new Square(
                    Amount.orDash(score),
                    score.isEmpty() ? "none" : Band.of(score).style());
        }
    }

    static HeatMap of(String id, List<Line> lines, Words words) {
        List<String> concerns = Arrays.stream(Concern.values())
                .map(concern -> words.term("concern", concern))
                .toList();
        return new HeatMap(id, words.say(id + "-caption"), words.say(id + "-row"), concerns, lines);
    }

    boolean hasLines() {
        return !lines.isEmpty();
    }
}
