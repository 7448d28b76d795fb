package dev.slipway.ssh;

/** What a command wrote. */
public final class Output {
    private final byte[] bytes;
    private final String errors;

    /** Output of a command. The array is not copied: it may be large, and nobody changes it. */
    public Output(byte[] bytes, String errors) {
        this.bytes = bytes;
        this.errors = errors;
    }

    /** Output of a command that wrote nothing. */
    public static Output none() {
        return new Output(new byte[0], "");
    }

    /** Standard output until its end or until the command was stopped. */
    public byte[] bytes() {
        return bytes;
    }

    /** The beginning of standard error. */
    public String errors() {
        return errors;
    }
}
