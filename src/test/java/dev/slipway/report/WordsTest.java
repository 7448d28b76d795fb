package dev.slipway.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.assess.Controller;
import dev.slipway.assess.Disposition;
import dev.slipway.facts.Dependency;
import dev.slipway.facts.Fact;
import dev.slipway.facts.Job;
import dev.slipway.facts.Listener;
import dev.slipway.facts.LogFile;
import dev.slipway.facts.SessionState;
import dev.slipway.facts.Term;
import dev.slipway.facts.Workload;
import dev.slipway.rules.Concern;
import dev.slipway.rules.Severity;
import dev.slipway.schedule.Recommendation;
import dev.slipway.score.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class WordsTest {
    private static final Words WORDS = Words.english();

    @Test
    void puts_values_where_the_text_wants_them() {
        assertThat(WORDS.say("of", "4", "5")).isEqualTo("4 of 5");
        assertThat(WORDS.say("of", "$1", "\\")).isEqualTo("$1 of \\");
        assertThat(WORDS.count("hosts", 1)).isEqualTo("1 host");
        assertThat(WORDS.count("hosts", 10_000)).isEqualTo("10,000 hosts");
        assertThat(WORDS.list(List.of("a"))).isEqualTo("a");
        assertThat(WORDS.list(List.of("a", "b", "c"))).isEqualTo("a, b and c");
        assertThat(WORDS.yesNo(Fact.unknown("needs root"))).isEqualTo("unknown: needs root");
    }

    @Test
    void a_text_that_is_not_there_is_a_bug() {
        assertThatThrownBy(() -> WORDS.say("no-such-text")).hasMessage("no text is called no-such-text");
    }

    @Test
    void there_is_a_word_for_every_term() {
        has("verdict", Verdict.values());
        has("severity", Severity.values());
        has("residual", Severity.values());
        has("concern", Concern.values());
        has("disposition", Disposition.values());
        has("controller", Controller.values());
        has("kind", Workload.Kind.values());
        has("dependency", Dependency.Kind.values());
        has("scope", Listener.Scope.values());
        has("store", SessionState.Store.values());
        has("via", LogFile.Via.values());
        has("target", Recommendation.Target.values());
        has("origin", Job.Origin.values());
    }

    private static void has(String vocabulary, Term... terms) {
        assertThat(Arrays.stream(terms).map(term -> vocabulary + "-" + term.term()))
                .allSatisfy(key -> assertThat(WORDS.texts()).containsKey(key));
    }

    @Test
    void templates_name_only_texts_that_are_there_and_never_leave_values_unescaped() throws IOException {
        SortedSet<String> named = new TreeSet<>();
        try (Stream<Path> files = Files.list(Path.of("reports"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".html")).toList()) {
                String template = Files.readString(file);
                assertThat(template).as(file.toString()).doesNotContain("{{{", "{{&");
                Matcher word = Pattern.compile("\\{\\{w\\.([^}]*)}}").matcher(template);
                while (word.find()) {
                    named.add(word.group(1));
                }
            }
        }

        assertThat(named).isNotEmpty().isSubsetOf(WORDS.texts().keySet());
    }
}
