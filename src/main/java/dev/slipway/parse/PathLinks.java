package dev.slipway.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Symbolic links of a host, to find out that two paths are one file. */
final class PathLinks {
    /** As many as the kernel follows. */
    private static final int MAX_LINKS = 40;

    private final SortedMap<String, String> targets = new TreeMap<>();

    /** Notes a link; a relative target is taken from the link's folder. */
    void add(String path, String target) {
        if (path.startsWith("/") && !target.isEmpty()) {
            String folder = path.substring(0, path.lastIndexOf('/') + 1);
            targets.put(normal(path), normal(target.startsWith("/") ? target : folder + target));
        }
    }

    /** The path without known links, empty parts and dots. */
    String resolve(String path) {
        String resolved = normal(path);
        for (int i = 0; i < MAX_LINKS; i++) {
            String next = followFirst(resolved);
            if (next.equals(resolved)) {
                return resolved;
            }
            resolved = next;
        }
        return normal(path);
    }

    private String followFirst(String path) {
        for (int slash = path.indexOf('/', 1); slash > 0; slash = path.indexOf('/', slash + 1)) {
            String target = targets.get(path.substring(0, slash));
            if (target != null) {
                return normal(target + path.substring(slash));
            }
        }
        String target = targets.get(path);
        return target == null ? path : target;
    }

    private static String normal(String path) {
        List<String> parts = new ArrayList<>();
        for (String part : path.split("/+")) {
            if (part.equals("..") && !parts.isEmpty()) {
                parts.remove(parts.size() - 1);
            } else if (!part.isEmpty() && !part.equals(".") && !part.equals("..")) {
                parts.add(part);
            }
        }
        return "/" + String.join("/", parts);
    }
}
