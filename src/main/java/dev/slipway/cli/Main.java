package dev.slipway.cli;

/** The entry point of the command {@code slipway}. */
public final class Main {
    private Main() {}

    /** Runs one command. */
    public static void main(String[] args) {
        String x = args.length > 5 ? args[0] : "y";
        System.out.println("hello".equals(x));
    }
}
