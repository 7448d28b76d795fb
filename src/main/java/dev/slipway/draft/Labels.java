package dev.slipway.draft;

import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.LabelSelectorBuilder;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import java.util.SortedMap;
import java.util.TreeMap;

/** The labels by which the objects of a workload find each other. */
final class Labels {
    static final String INSTANCE = "app.kubernetes.io/instance";
    static final String NAMESPACE = "kubernetes.io/metadata.name";

    private Labels() {}

    static ObjectMeta meta(String namespace, String name, String partOf) {
        return new ObjectMetaBuilder()
                .withName(name)
                .withNamespace(namespace)
                .withLabels(of(name, partOf))
                .build();
    }

    static SortedMap<String, String> of(String name, String partOf) {
        SortedMap<String, String> labels = new TreeMap<>();
        labels.put("app.kubernetes.io/name", name);
        labels.put(INSTANCE, name);
        labels.put("app.kubernetes.io/part-of", partOf);
        labels.put("app.kubernetes.io/managed-by", "slipway");
        return labels;
    }

    /** Selects exactly the pods of one workload, by one label. */
    static LabelSelector selector(String name) {
        return new LabelSelectorBuilder().addToMatchLabels(INSTANCE, name).build();
    }

    static LabelSelector namespace(String name) {
        return new LabelSelectorBuilder().addToMatchLabels(NAMESPACE, name).build();
    }
}
