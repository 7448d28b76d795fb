package dev.slipway.assess;

import java.util.List;

/**
 * The cluster that workloads would move to. A profile sets it; rules see it as {@code target}, drafts follow it.
 *
 * @param kubernetesMinor minor version of the API server: {@code 35} for 1.35
 * @param cgroup version of the nodes' control groups: {@code v2}
 * @param jdk major version of Java for images; 0 keeps each workload's own
 * @param nodeCpu processors of a node
 * @param nodeMemoryBytes memory of a node
 * @param nodeArchitectures machines of the nodes as {@code uname -m} says them
 * @param podCidr range of the pods' addresses; empty if not known
 * @param serviceCidr range of the services' addresses; empty if not known
 * @param podSecurity level that namespaces enforce: {@code restricted} or {@code baseline}
 * @param ingress {@code ingress} or {@code gateway}
 * @param ingressClass name of the class of ingresses, or of the gateway
 * @param sharedVolumes whether a storage class gives volumes that many nodes can write
 * @param storageClass name of the storage class; empty for the cluster's default
 * @param registry host and path of the image registry; empty if it is set later
 * @param privateRegistry whether pulling needs credentials
 * @param cpuLimits whether containers get a limit on processors
 * @param lxcfs whether nodes show containers their own limits in /proc
 * @param injection whether a mesh or a webhook changes pods
 * @param logMode where logs of containers are collected: {@code stdout} or {@code node-path}
 */
public record Target(
        int kubernetesMinor,
        String cgroup,
        int jdk,
        double nodeCpu,
        long nodeMemoryBytes,
        List<String> nodeArchitectures,
        String podCidr,
        String serviceCidr,
        String podSecurity,
        String ingress,
        String ingressClass,
        boolean sharedVolumes,
        String storageClass,
        String registry,
        boolean privateRegistry,
        boolean cpuLimits,
        boolean lxcfs,
        boolean injection,
        String logMode) {

    public Target {
        nodeArchitectures = List.copyOf(nodeArchitectures);
    }

    /** The documented defaults: the oldest supported Kubernetes, nodes with 8 processors and 16 GiB. */
    public static Target defaults() {
        return new Target(
                35,
                "v2",
                0,
                8,
                16L << 30,
                List.of("x86_64"),
                "",
                "",
                "restricted",
                "ingress",
                "nginx",
                false,
                "",
                "",
                false,
                true,
                false,
                false,
                "stdout");
    }
}
