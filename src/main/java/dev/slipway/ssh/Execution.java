package dev.slipway.ssh;

/** What became of a command. */
public sealed interface Execution {

    /** What it wrote. */
    Output output();

    /**
     * It ran to its end.
     *
     * @param status exit status; {@link #NO_STATUS} if the host did not say, as after a signal
     */
    record Exited(int status, Output output) implements Execution {
        /** The status of a command of which the host did not say one. */
        public static final int NO_STATUS = -1;
    }

    /** It did not come to its end. */
    record Stopped(Failure failure, Output output) implements Execution {}
}
