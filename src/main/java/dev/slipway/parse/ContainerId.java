package dev.slipway.parse;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells from the names of its control groups in which container a process runs. */
final class ContainerId {
    private static final List<Pattern> FORMS = List.of(
            Pattern.compile("(?:docker|libpod|crio|cri-containerd)[-:]([0-9a-f]{12,64})"),
            Pattern.compile("/kubepods[^/]*(?:/.*)?/([^/]+)$"),
            Pattern.compile("/(?:docker|garden|lxc|lxc\\.payload)/([^/]+)"),
            Pattern.compile("/lxc\\.payload\\.([^/]+)"),
            Pattern.compile("/machine\\.slice/(?!machine-qemu|libpod-conmon)([^/]+)(?!.*/supervisor)"));

    private ContainerId() {}

    /** The id, if one of the paths is that of a container. */
    static Optional<String> of(List<String> cgroups) {
        for (Pattern form : FORMS) {
            Optional<String> id = cgroups.stream()
                    .map(form::matcher)
                    .filter(Matcher::find)
                    .map(matcher -> matcher.group(1))
                    .findFirst();
            if (id.isPresent()) {
                return id;
            }
        }
        return Optional.empty();
    }
}
