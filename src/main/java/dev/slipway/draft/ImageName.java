package dev.slipway.draft;

import dev.slipway.facts.Archive;

/**
 * The image that a workload would run.
 *
 * @param name without registry: {@code shop-tomcat}
 * @param reference name, tag and digest
 * @param known whether somebody said which image it is
 */
record ImageName(String name, String reference, boolean known) {
    private static final String NO_DIGEST = "@sha256:" + "0".repeat(64);

    static ImageName of(Subject subject) {
        return subject.answer("image")
                .filter(image -> image.matches("[a-z0-9][a-zA-Z0-9._:/@-]{0,254}"))
                .map(image -> new ImageName(image.replaceFirst("[:@][^/]*$", ""), image, true))
                .orElseGet(() -> placeholder(subject.namespace() + "-" + subject.name(), version(subject)));
    }

    /** An image that nobody built yet: the digest of zeros makes sure that nothing else is pulled in its place. */
    static ImageName placeholder(String name, String tag) {
        return new ImageName(name, name + ":" + tag + NO_DIGEST, false);
    }

    private static String version(Subject subject) {
        return subject.own(subject.facts().archives(), Archive::workload).stream()
                .map(Archive::version)
                .filter(version -> version.matches("[A-Za-z0-9_][A-Za-z0-9._-]{0,127}") && !version.equals("latest"))
                .findFirst()
                .orElse("todo");
    }
}
