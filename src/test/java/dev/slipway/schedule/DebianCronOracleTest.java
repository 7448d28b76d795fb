package dev.slipway.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.testing.RequiresTool;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Debian's own {@code crontab -n} is asked about the same lines. */
@RequiresTool("crontab")
final class DebianCronOracleTest {
    @TempDir
    private Path dir;

    @Test
    void takes_and_refuses_what_debian_takes_and_refuses() throws Exception {
        List<String> taken = new ArrayList<>();
        List<String> refused = new ArrayList<>();
        for (String five : ExpressionSample.five(20_000, 1)) {
            String line = five + " true\n";
            boolean ours = Crontab.read(line, Flavour.DEBIAN, TableKind.USER)
                    .badLines()
                    .isEmpty();
            (ours ? taken : refused).add(line);
        }
        List<String> disagreed = new ArrayList<>();
        for (int from = 0; from < taken.size(); from += 5000) {
            disagreed.addAll(refusedByCron(taken.subList(from, Math.min(from + 5000, taken.size()))));
        }
        for (String line : refused.subList(0, Math.min(refused.size(), 400))) {
            if (accepts(line)) {
                disagreed.add("accepts " + line);
            }
        }

        assertThat(taken).hasSizeGreaterThan(10_000);
        assertThat(refused).hasSizeGreaterThan(400);
        assertThat(disagreed).isEmpty();
    }

    @Test
    void agrees_on_whole_tables() throws Exception {
        List<String> tables = List.of(
                "* * * * *\n",
                "* * * * * \n",
                "@daily\n",
                "@daily true\n",
                "@Daily true\n",
                "@every 5m true\n",
                "MAILTO=\n",
                "MAILTO=\"\"\n",
                "MAILTO = x y\n",
                "'A B'=c\n",
                "A='b\n",
                "A=\"b\" c\n",
                "A=b\r\n0 1 * * * x\r\n",
                "0 1 * * * x\r\n\r\n",
                "-0 1 * * * x\n",
                "* * * * * * x\n",
                "0 1 * * * x",
                "0 1 * * * x\n# end",
                "0 1 * * * x\n   ",
                "0 1 * *\n",
                "\t 0 1 * * *\tx\n",
                "0 1 * * * " + "x".repeat(998) + "\n",
                "0 1 * * * " + "x".repeat(999) + "\n",
                "A=" + "x".repeat(990) + "\n0 1 * * * x\n",
                "\n".repeat(9990) + "0 1 * * * x\n",
                "\n".repeat(10_020) + "0 1 * * * x\n");
        for (String table : tables) {
            boolean ours = Crontab.read(table, Flavour.DEBIAN, TableKind.USER)
                    .ignored()
                    .isEmpty();

            assertThat(ours)
                    .as(table.substring(0, Math.min(table.length(), 60)))
                    .isEqualTo(accepts(table));
        }
    }

    /** The lines among these that crontab refuses; it names only the first of a table. */
    private List<String> refusedByCron(List<String> lines) throws IOException, InterruptedException {
        if (accepts(String.join("", lines))) {
            return List.of();
        } else if (lines.size() == 1) {
            return List.of("refuses " + lines.get(0));
        }
        List<String> refused = new ArrayList<>(refusedByCron(lines.subList(0, lines.size() / 2)));
        refused.addAll(refusedByCron(lines.subList(lines.size() / 2, lines.size())));
        return refused;
    }

    private boolean accepts(String table) throws IOException, InterruptedException {
        Path file = Files.writeString(dir.resolve("table"), table, StandardCharsets.UTF_8);
        Process crontab = new ProcessBuilder("crontab", "-n", file.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        return crontab.waitFor() == 0;
    }
}
