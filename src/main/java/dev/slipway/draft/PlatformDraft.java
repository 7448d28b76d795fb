package dev.slipway.draft;

import dev.slipway.assess.Target;
import java.util.List;

/** The page for those who run the cluster. */
record PlatformDraft(List<String> namespaces, Target target) {

    /** What fills the page. */
    record Model(
            List<String> namespaces,
            String ingressClass,
            String storageClass,
            boolean sharedVolumes,
            int kubernetesMinor,
            boolean stdout) {}

    List<DraftFile> files() {
        return List.of(DraftFile.of(
                "drafts/_platform/README.md",
                Template.fill(
                        "platform.mustache",
                        new Model(
                                namespaces,
                                PlainText.code(target.ingressClass()),
                                target.storageClass().isEmpty()
                                        ? "the cluster's default"
                                        : PlainText.code(target.storageClass()),
                                target.sharedVolumes(),
                                target.kubernetesMinor(),
                                target.logMode().equals("stdout")))));
    }
}
