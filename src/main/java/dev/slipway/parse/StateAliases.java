package dev.slipway.parse;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The stable names of folders: {@code /opt/tomcat} for {@code /opt/apache-tomcat-9.0.117} where the first is a link to the second
 * beside it, as is done so that releases can be exchanged.
 */
final class StateAliases {
    private final SortedMap<String, String> names = new TreeMap<>();
    private final PathLinks links = new PathLinks();

    StateAliases(List<FileListing.Entry> entries) {
        for (FileListing.Entry link : entries) {
            links.add(link.path(), link.target());
            String target = links.resolve(link.path());
            boolean beside = CronTables.directory(target).equals(CronTables.directory(link.path()));
            if (beside
                    && !target.equals(link.path())
                    && CronTables.directory(target).length() > 1) {
                names.putIfAbsent(target, link.path());
            }
        }
    }

    /** The path by the name that stays. */
    String named(String path) {
        for (int slash = path.length(); slash > 0; slash = path.lastIndexOf('/', slash - 1)) {
            String name = names.get(path.substring(0, slash));
            if (name != null) {
                return name + path.substring(slash);
            }
        }
        return path;
    }

    /** The path without links. */
    String resolved(String path) {
        return links.resolve(path);
    }
}
