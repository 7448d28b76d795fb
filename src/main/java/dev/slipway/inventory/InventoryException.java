package dev.slipway.inventory;

import java.util.List;
import java.util.stream.Collectors;

/** An inventory that cannot be used, with all the reasons at once. */
public final class InventoryException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Mistake> mistakes;

    /** An inventory with these mistakes; there is at least one. */
    InventoryException(List<Mistake> mistakes) {
        super(mistakes.stream().map(Mistake::toString).collect(Collectors.joining("\n")));
        this.mistakes = List.copyOf(mistakes);
    }

    /** The mistakes, in the order of their lines. */
    public List<Mistake> mistakes() {
        return mistakes;
    }
}
