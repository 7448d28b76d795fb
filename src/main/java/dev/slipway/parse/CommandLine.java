package dev.slipway.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The command line that a process shows.
 *
 * @param raw arguments, each ended by a NUL, or what the process has written over them
 * @param line number of its first line in the item
 */
record CommandLine(String raw, int line) {
    private static final Pattern TITLE = Pattern.compile("[A-Za-z0-9_.+@()/-]+: .*", Pattern.DOTALL);
    /** Kernels before 4.2 show 4096 bytes; a mark in place of a secret may make it a little less. */
    private static final int LEAST_CUT = 3072;

    /** What the process calls itself, if it has written over its arguments; {@code program} is its path, if known. */
    String title(Optional<String> program) {
        List<String> words = arguments();
        if (words.isEmpty() || program.filter(words.get(0)::equals).isPresent()) {
            return "";
        }
        String first = words.get(0);
        boolean saysWhatItDoes = TITLE.matcher(first).matches();
        boolean oneText = words.size() == 1 && first.strip().contains(" ") && !first.startsWith("/");
        return saysWhatItDoes || oneText ? first.strip() : "";
    }

    /** Whether there was more than the kernel or the probe gives. */
    boolean cut() {
        return raw.length() >= LEAST_CUT && raw.indexOf('\0') >= 0 && !raw.endsWith("\0");
    }

    /** The arguments, if they are still there. */
    List<String> arguments() {
        if (raw.isEmpty()) {
            return List.of();
        }
        List<String> words = new ArrayList<>(List.of(raw.split("\0", -1)));
        if (words.get(words.size() - 1).isEmpty()) {
            words.remove(words.size() - 1);
        }
        // One empty argument at the end may be meant; several are what a shorter title has left.
        int last = words.size() - 1;
        if (last >= 1 && words.get(last).isEmpty() && words.get(last - 1).isEmpty()) {
            while (!words.isEmpty() && words.get(words.size() - 1).isEmpty()) {
                words.remove(words.size() - 1);
            }
        }
        return words;
    }
}
