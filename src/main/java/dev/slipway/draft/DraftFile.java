package dev.slipway.draft;

/**
 * A file of a draft.
 *
 * @param path where it goes, relative to the run directory: {@code drafts/shop-team/tomcat/Dockerfile}
 * @param content whole text
 * @param executable whether it is a program
 */
public record DraftFile(String path, String content, boolean executable) {
    static DraftFile of(String path, String content) {
        return new DraftFile(path, content, false);
    }

    static DraftFile program(String path, String content) {
        return new DraftFile(path, content, true);
    }
}
