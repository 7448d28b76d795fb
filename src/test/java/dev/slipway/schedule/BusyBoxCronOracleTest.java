package dev.slipway.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.slipway.testing.RequiresTool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** BusyBox crond prints, when it is told to log all, the bits that it has read: they are compared one by one. */
@RequiresTool("busybox")
final class BusyBoxCronOracleTest {
    private static final Path PID_FILE = Path.of("/var/run/crond.pid");
    private static final Path REBOOT_FILE = Path.of("/var/run/crond.reboot");
    private static final int FIELDS = 5;

    @TempDir
    private Path dir;

    @Test
    void reads_the_same_bits() throws Exception {
        assumeThat(run("busybox", "--list").contains("crond"))
                .as("BusyBox has no crond; Debian's busybox-static has")
                .isTrue();
        assumeThat(run("id", "-u").strip())
                .as("crond reads tables of root only")
                .isEqualTo("0");
        assumeThat(PID_FILE).as("another crond runs here").doesNotExist();
        List<String> lines = ExpressionSample.five(3000, 2).stream()
                .filter(five -> five.matches("[^ #]+( [^ #]+){4}"))
                .filter(five -> !monthZero(five))
                .toList();

        List<String> theirs = crond(lines);

        assertThat(theirs).hasSize(lines.size() * FIELDS).hasSizeGreaterThan(10_000);
        for (int i = 0; i < lines.size(); i++) {
            assertThat(theirs.subList(i * FIELDS, (i + 1) * FIELDS))
                    .as(lines.get(i))
                    .isEqualTo(bits(lines.get(i)));
        }
    }

    /** Writing before its array, crond then sets a weekday: a bug that has no meaning to agree on. */
    private static boolean monthZero(String five) {
        return five.split(" ")[3].matches("(.*[,-])?0+([,/-].*)?");
    }

    /** The bits of each field as crond prints them; a field that it refuses is a complaint instead. */
    private static List<String> bits(String five) {
        String[] words = five.split(" ");
        CronField[] fields = {CronField.MINUTE, CronField.HOUR, CronField.DAY, CronField.MONTH, CronField.WEEKDAY};
        int[] sizes = {60, 24, 32, 12, 7};
        List<String> printed = new ArrayList<>();
        for (int i = 0; i < FIELDS; i++) {
            BusyBoxFields.Values values =
                    new BusyBoxFields.Values(fields[i], words[i], sizes[i], fields[i] == CronField.MONTH ? 1 : 0);
            boolean read = values.read();
            long bits = values.bits();
            printed.add(
                    read
                            ? IntStream.range(0, sizes[i])
                                    .mapToObj(bit -> CronFields.bit(bits, bit) ? "1" : "0")
                                    .collect(Collectors.joining())
                            : "parse error at " + words[i]);
        }
        return printed;
    }

    private List<String> crond(List<String> lines) throws IOException, InterruptedException {
        Path tables = Files.createDirectories(dir.resolve("spool/crontabs"));
        Path log = dir.resolve("log");
        Files.write(
                tables.resolve("root"), lines.stream().map(line -> line + " :").toList());
        Process crond = new ProcessBuilder(
                        "busybox", "crond", "-f", "-l", "0", "-L", log.toString(), "-c", tables.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            List<String> printed = List.of();
            for (int wait = 0; wait < 100 && printed.size() < lines.size() * FIELDS; wait++) {
                Thread.sleep(50);
                printed = Files.exists(log) ? fields(Files.readAllLines(log), (long) lines.size() * FIELDS) : List.of();
            }
            return printed;
        } finally {
            crond.destroyForcibly().waitFor();
            Files.deleteIfExists(PID_FILE);
            Files.deleteIfExists(REBOOT_FILE);
        }
    }

    private static List<String> fields(List<String> log, long most) {
        return log.stream()
                .filter(line -> line.matches("[01]+") || line.contains("parse error at "))
                .map(line -> line.substring(Math.max(0, line.indexOf("parse error at "))))
                .limit(most) // at a full minute it reads the table again
                .toList();
    }

    private static String run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        process.waitFor();
        return output;
    }
}
