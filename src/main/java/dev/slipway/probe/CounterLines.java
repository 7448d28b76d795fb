package dev.slipway.probe;

import dev.slipway.jvm.PerformanceData;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The counters of Java virtual machines: {@code counters PID PATH}, then {@code name=value} lines of those that matter. */
final class CounterLines {
    private static final Pattern ENCODED = Pattern.compile("(base64|hex) (\\d{1,9}) (/.*)");
    private static final Pattern HEADER = Pattern.compile("[a-z0-9]+ \\d.*");
    private static final Pattern OF_INTEREST = Pattern.compile("java\\.rt\\.vm(Args|Flags)|sun\\.rt\\.javaCommand"
            + "|java\\.property\\.java\\.(home|version|class\\.path|vm\\.(version|vendor|name))"
            + "|java\\.threads\\.(live|livePeak)|sun\\.gc\\.policy\\.name|sun\\.gc\\.collector\\.\\d+\\.(name|invocations|time)"
            + "|sun\\.gc\\.generation\\.\\d+\\.(name|capacity|maxCapacity|space\\.\\d+\\.(name|used))"
            + "|sun\\.gc\\.metaspace\\.(used|maxCapacity)|sun\\.os\\.hrt\\.frequency");
    private static final int MAX_VALUE = 16 * 1024;

    private final StringBuilder out = new StringBuilder();
    private Optional<Matcher> header = Optional.empty();
    private EncodedBytes bytes = new EncodedBytes("base64");

    private CounterLines() {}

    static String decode(String text) {
        CounterLines lines = new CounterLines();
        text.lines().forEach(lines::add);
        lines.flush();
        return lines.out.toString();
    }

    private void add(String line) {
        Matcher encoded = ENCODED.matcher(line);
        if (encoded.matches()) {
            flush();
            header = Optional.of(encoded);
            bytes = new EncodedBytes(encoded.group(1));
        } else if (header.isPresent() && !HEADER.matcher(line).matches()) {
            bytes.add(line);
        } else {
            flush();
            out.append(line).append('\n');
        }
    }

    private void flush() {
        header.ifPresent(encoded -> {
            out.append("counters ").append(encoded.group(2)).append(' ').append(encoded.group(3));
            out.append('\n');
            PerformanceData.parse(bytes.bytes()).ifPresent(this::append);
        });
        header = Optional.empty();
    }

    private void append(PerformanceData data) {
        data.values().forEach((name, value) -> {
            if (OF_INTEREST.matcher(name).matches()) {
                out.append(name).append('=').append(oneLine(value)).append('\n');
            }
        });
    }

    private static String oneLine(String value) {
        String cut = value.length() > MAX_VALUE ? value.substring(0, MAX_VALUE) : value;
        return cut.replaceAll("[\\x00-\\x1f]", " ");
    }
}
