package dev.slipway.workload;

import java.util.List;

/** Where the code of a program shows that no runtime's file describes. */
final class UnknownProgram {
    static final List<View> ROOT = List.of(
            new View(Aspect.DIRECTORY, "script"),
            new View(Aspect.DIRECTORY, "executable"),
            new View(Aspect.WORKING_DIRECTORY, ""));
    static final List<View> ARTIFACT = List.of(new View(Aspect.SCRIPT, ""), new View(Aspect.EXECUTABLE, ""));

    private UnknownProgram() {}
}
