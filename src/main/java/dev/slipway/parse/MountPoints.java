package dev.slipway.parse;

import dev.slipway.facts.Mount;
import java.util.List;

/** Which file system a path lies on. */
final class MountPoints {
    private MountPoints() {}

    /** Its type; empty if it is not known. */
    static String typeOf(String path, List<Mount> mounts) {
        String type = "";
        int longest = 0;
        for (Mount mount : mounts) {
            String folder = mount.path().endsWith("/") ? mount.path() : mount.path() + "/";
            if (mount.mounted().is(true) && folder.length() >= longest && (path + "/").startsWith(folder)) {
                longest = folder.length();
                type = mount.type();
            }
        }
        return type;
    }
}
