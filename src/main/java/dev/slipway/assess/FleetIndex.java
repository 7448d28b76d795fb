package dev.slipway.assess;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What every host's assessment needs to know of the others. */
public final class FleetIndex {
    private final SortedMap<String, Integer> instances = new TreeMap<>();
    private final SortedMap<String, String> folders = new TreeMap<>();
    private final SortedMap<String, String> hostsByAddress = new TreeMap<>();
    private final String latestScan;
    private final Optional<String> asOf;

    private FleetIndex(String latestScan, Optional<String> asOf) {
        this.latestScan = latestScan;
        this.asOf = asOf;
    }

    /**
     * The index of these hosts.
     *
     * @param asOf date to assess for, {@code 2026-11-24}; empty takes that of the latest scan
     */
    public static FleetIndex of(List<HostDigest> hosts, Optional<String> asOf) {
        String latest = hosts.stream()
                .map(HostDigest::scannedAt)
                .max(String::compareTo)
                .map(instant -> instant.length() >= 10 ? instant.substring(0, 10) : instant)
                .orElse("");
        FleetIndex index = new FleetIndex(latest, asOf);
        SortedMap<String, SortedSet<String>> signatures = new TreeMap<>();
        for (HostDigest host : hosts) {
            host.addresses().forEach(address -> index.hostsByAddress.putIfAbsent(address, host.name()));
            for (WorkloadDigest workload : host.workloads()) {
                index.instances.merge(key(workload.owner(), workload.signature()), 1, Integer::sum);
                if (workload.scored()) {
                    signatures
                            .computeIfAbsent(key(workload.owner(), slug(workload.name())), name -> new TreeSet<>())
                            .add(workload.signature());
                }
            }
        }
        signatures.forEach(index::nameFolders);
        return index;
    }

    /** The first signature of a name keeps it; any other with the same name gets a few letters of its own behind it. */
    private void nameFolders(String ownerAndName, SortedSet<String> signatures) {
        String owner = ownerAndName.substring(0, ownerAndName.indexOf('\n'));
        String name = ownerAndName.substring(ownerAndName.indexOf('\n') + 1);
        List<String> ordered = new ArrayList<>(signatures);
        for (int i = 0; i < ordered.size(); i++) {
            String folder = i == 0 ? name : name + "-" + hash(ordered.get(i));
            folders.put(key(owner, ordered.get(i)), folder);
        }
    }

    /** How many workloads with this signature the owner has. */
    public int instances(String owner, String signature) {
        return instances.getOrDefault(key(owner, signature), 1);
    }

    /** The folder's name of this workload below its owner's; empty if it gets no draft. */
    public Optional<String> folder(String owner, String signature) {
        return Optional.ofNullable(folders.get(key(owner, signature)));
    }

    /** The host of the fleet that has this address. */
    public Optional<String> hostWith(String address) {
        return Optional.ofNullable(hostsByAddress.get(address));
    }

    /** The date to assess for: {@code 2026-11-24}. */
    public String asOf() {
        return asOf.orElse(latestScan);
    }

    /** The instant to assess a host for that was scanned at this one. */
    String instantFor(String scannedAt) {
        return asOf.map(date -> date + "T00:00:00Z").orElse(scannedAt);
    }

    private static String key(String owner, String rest) {
        return owner + "\n" + rest;
    }

    /** A name that may be a folder and a Kubernetes object: small letters, digits and hyphens, at most 40. */
    public static String slug(String name) {
        String slug =
                name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
        if (slug.isEmpty() || !Character.isLetter(slug.charAt(0))) {
            slug = "w-" + slug;
        }
        return slug.length() <= 40 ? slug.replaceAll("-+$", "") : slug.substring(0, 31) + "-" + hash(name);
    }

    private static String hash(String text) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        return String.format(Locale.ROOT, "%08x", hash & 0xffffffffL);
    }
}
