package dev.slipway.inventory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The mistakes of one file, gathered while it is read. */
final class Mistakes {
    private final String file;
    private final List<Mistake> found = new ArrayList<>();

    Mistakes(String file) {
        this.file = file;
    }

    void add(int line, String message) {
        found.add(new Mistake(file, line, message));
    }

    /** The exception for a file that cannot be read any further. */
    InventoryException fatal(int line, String message) {
        add(line, message);
        return exception();
    }

    /** Throws if there is any. */
    void throwIfAny() {
        if (!found.isEmpty()) {
            throw exception();
        }
    }

    private InventoryException exception() {
        return new InventoryException(
                found.stream().sorted(Comparator.comparingInt(Mistake::line)).toList());
    }
}
