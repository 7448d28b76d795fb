package dev.slipway.draft;

/**
 * One object of Kubernetes as a file.
 *
 * @param file its file's name: {@code deployment.yaml}
 * @param object a typed object of the Kubernetes model, or a tree for what the model lacks
 */
record Manifest(String file, Object object, Notes notes) {
    String text() {
        return ManifestYaml.write(object, notes);
    }
}
