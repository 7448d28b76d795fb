package dev.slipway.parse;

import dev.slipway.evidence.Evidence;
import dev.slipway.facts.EvidenceLine;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A descriptor that a process may write to.
 *
 * @param pid the process
 * @param descriptor its number; 1 and 2 are standard output and error
 * @param target absolute path, or {@code socket:[123]}, {@code pipe:[123]}
 * @param deleted whether the file was deleted since
 */
record OpenFile(int pid, int descriptor, String target, boolean deleted, EvidenceLine at) {
    private static final Pattern FOLDER = Pattern.compile("(\\d{1,9})/fd/");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");
    private static final String DELETED = " (deleted)";

    /** The descriptors that were seen, in order. */
    static List<OpenFile> of(Evidence evidence) {
        List<OpenFile> open = new ArrayList<>();
        evidence.command("sockets", "owners")
                .map(FileListing::read)
                .orElse(FileListing.empty())
                .entries()
                .forEach(entry -> {
                    Matcher folder = FOLDER.matcher(entry.folder());
                    if (entry.kind() == 'l'
                            && folder.matches()
                            && NUMBER.matcher(entry.name()).matches()) {
                        boolean deleted = entry.target().endsWith(DELETED);
                        String target = deleted
                                ? entry.target().substring(0, entry.target().length() - DELETED.length())
                                : entry.target();
                        int pid = Integer.parseInt(folder.group(1));
                        open.add(new OpenFile(pid, Integer.parseInt(entry.name()), target, deleted, entry.at()));
                    }
                });
        return open;
    }

    boolean standard() {
        return descriptor == 1 || descriptor == 2;
    }

    boolean path() {
        return target.startsWith("/");
    }
}
