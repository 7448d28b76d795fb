package dev.slipway.draft;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slipway.assess.Target;
import java.util.List;
import java.util.Optional;

/** The lists that {@code kubectl apply -k} reads. */
final class KustomizationDraft {
    private KustomizationDraft() {}

    /** All manifests of a folder. */
    static Manifest of(List<Manifest> manifests) {
        ObjectNode kustomization = empty();
        var resources = kustomization.putArray("resources");
        manifests.stream().map(Manifest::file).sorted().forEach(resources::add);
        return new Manifest("kustomization.yaml", kustomization, new Notes());
    }

    /** One environment: where its images come from, and for tests a namespace of its own. */
    static Manifest overlay(List<String> folders, String namespace, Optional<ImageName> image, Target target) {
        ObjectNode kustomization = empty();
        Notes notes = new Notes();
        kustomization.put("namespace", namespace);
        var resources = kustomization.putArray("resources");
        folders.forEach(folder -> resources.add("../../" + folder));
        image.ifPresent(name -> image(name, kustomization, notes, target));
        return new Manifest("kustomization.yaml", kustomization, notes);
    }

    private static void image(ImageName image, ObjectNode kustomization, Notes notes, Target target) {
        ObjectNode entry = kustomization.putArray("images").addObject();
        entry.put("name", image.name());
        boolean known = target.registry().matches("[a-z0-9][a-z0-9.:/_-]{0,200}");
        entry.put("newName", known ? target.registry().replaceFirst("/$", "") + "/" + image.name() : image.name());
        if (!known) {
            notes.ask("/images/0/newName", "which registry? put its host in front of the name", "RUN-015");
        }
    }

    private static ObjectNode empty() {
        ObjectNode kustomization = JsonNodeFactory.instance.objectNode();
        kustomization.put("apiVersion", "kustomize.config.k8s.io/v1beta1");
        kustomization.put("kind", "Kustomization");
        return kustomization;
    }
}
