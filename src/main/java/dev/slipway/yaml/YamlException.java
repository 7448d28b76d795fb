package dev.slipway.yaml;

/** A text that is not the YAML that was expected; the message begins with file, line and column. */
public final class YamlException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Place place;

    public YamlException(Place place, String problem) {
        super(place + ": " + problem);
        this.place = place;
    }

    public Place place() {
        return place;
    }
}
