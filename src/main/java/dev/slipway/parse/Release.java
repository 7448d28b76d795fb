package dev.slipway.parse;

import dev.slipway.evidence.EvidenceItem;
import dev.slipway.facts.EvidenceLine;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which distribution it is, by the file that says so.
 *
 * @param id as in /etc/os-release, also where that file did not exist yet: {@code centos}
 * @param versionId {@code 6.10}; empty if the distribution has none
 * @param name as the distribution writes it: {@code CentOS release 6.10 (Final)}
 */
record Release(String id, String versionId, String name, EvidenceLine evidence) {
    private static final Pattern ASSIGNMENT = Pattern.compile("\\s*([A-Z_]+)\\s*=\\s*(.*?)\\s*");
    private static final Pattern RED_HAT = Pattern.compile("(.+?) (?:release|Linux release) (V?[0-9.]+).*");
    private static final Pattern SUSE = Pattern.compile(
            "(?i)(suse linux enterprise server|suse linux enterprise desktop|opensuse|suse linux).*?([0-9.]+).*");
    private static final Pattern NUMBERED =
            Pattern.compile("([A-Za-z]+(?: [A-Za-z/]+)*?)(?: Base System)?(?: release)? ([0-9][0-9.]*).*");

    /** Beginnings of the names in release files of the Red Hat family, and what os-release calls them now. */
    private static final List<List<String>> RED_HAT_IDS = List.of(
            List.of("Red Hat Enterprise", "rhel"),
            List.of("CentOS", "centos"),
            List.of("Oracle", "ol"),
            List.of("Enterprise Linux Enterprise Linux", "ol"),
            List.of("Scientific", "scientific"),
            List.of("Fedora", "fedora"),
            List.of("Amazon", "amzn"),
            List.of("AlmaLinux", "almalinux"),
            List.of("Rocky", "rocky"),
            List.of("CloudLinux", "cloudlinux"),
            List.of("XenServer", "xenserver"),
            List.of("EulerOS", "euleros"),
            List.of("openEuler", "openEuler"),
            List.of("Anolis", "anolis"),
            List.of("Kylin", "kylin"),
            List.of("NeoKylin", "neokylin"),
            List.of("Red Hat Linux", "redhat"));

    /** The release by these files, the most telling one first. */
    static Optional<Release> of(List<EvidenceItem> files) {
        return find(files, "os-release", Release::osRelease)
                .or(() -> find(files, "lsb-release", Release::lsbRelease))
                .or(() -> find(files, "openwrt_release", Release::lsbRelease))
                .or(() -> find(files, "oracle-release", Release::redHat))
                .or(() -> find(files, "redhat-release", Release::redHat))
                .or(() -> find(files, "system-release", Release::redHat))
                .or(() -> find(files, "SuSE-release", Release::suse))
                .or(() -> find(files, "alpine-release", item -> single(item, "alpine", "Alpine Linux ")))
                .or(() -> find(files, "slackware-version", Release::numbered))
                .or(() -> find(files, "gentoo-release", Release::numbered))
                .or(() -> find(files, "debian_version", Release::debian))
                .or(() -> find(
                        files,
                        "arch-release",
                        item -> Optional.of(new Release("arch", "", "Arch Linux", item.at(0, "")))))
                .or(() -> find(files, "issue", Release::numbered));
    }

    private interface Reader {
        Optional<Release> read(EvidenceItem item);
    }

    private static Optional<Release> find(List<EvidenceItem> files, String name, Reader reader) {
        return files.stream()
                .filter(item -> item.name().endsWith("/" + name))
                .flatMap(item -> reader.read(item).stream())
                .findFirst();
    }

    private static Optional<Release> osRelease(EvidenceItem item) {
        SortedMap<String, String> values = assignments(item);
        String id = values.getOrDefault("ID", "linux");
        String name = values.getOrDefault("PRETTY_NAME", values.getOrDefault("NAME", id));
        return values.isEmpty()
                ? Optional.empty()
                : Optional.of(new Release(id, values.getOrDefault("VERSION_ID", ""), name, line(item, "PRETTY_NAME")));
    }

    private static Optional<Release> lsbRelease(EvidenceItem item) {
        SortedMap<String, String> values = assignments(item);
        return Optional.ofNullable(values.get("DISTRIB_ID"))
                .map(id -> new Release(
                        id.toLowerCase(Locale.ROOT),
                        values.getOrDefault("DISTRIB_RELEASE", ""),
                        values.getOrDefault("DISTRIB_DESCRIPTION", id),
                        line(item, "DISTRIB_DESCRIPTION")));
    }

    private static Optional<Release> redHat(EvidenceItem item) {
        String text = firstLine(item);
        Matcher form = RED_HAT.matcher(text);
        return !form.matches()
                ? Optional.empty()
                : RED_HAT_IDS.stream()
                        .filter(id -> text.startsWith(id.get(0)))
                        .findFirst()
                        .map(id -> new Release(id.get(1), form.group(2), text, item.at(1, text)));
    }

    private static Optional<Release> suse(EvidenceItem item) {
        String text = firstLine(item);
        Matcher form = SUSE.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        SortedMap<String, String> values = assignments(item);
        String level = values.getOrDefault("PATCHLEVEL", "0");
        String version = values.getOrDefault("VERSION", form.group(2)) + (level.equals("0") ? "" : "." + level);
        String id = form.group(1).toLowerCase(Locale.ROOT);
        return Optional.of(new Release(
                id.endsWith("server") ? "sles" : id.endsWith("desktop") ? "sled" : "opensuse",
                version,
                text,
                item.at(1, text)));
    }

    private static Optional<Release> debian(EvidenceItem item) {
        String text = firstLine(item);
        Matcher version = Pattern.compile("([0-9]+)(\\.[0-9]+)?.*").matcher(text);
        String number = !version.matches()
                ? ""
                : Integer.parseInt(limited(version.group(1))) < 4 ? version.group() : version.group(1);
        return text.isEmpty()
                ? Optional.empty()
                : Optional.of(new Release("debian", number, "Debian GNU/Linux " + text, item.at(1, text)));
    }

    private static String limited(String digits) {
        return digits.substring(0, Math.min(digits.length(), 6));
    }

    private static Optional<Release> numbered(EvidenceItem item) {
        String text = firstLine(item).replaceAll("\\\\.*", "").strip();
        Matcher form = NUMBERED.matcher(text);
        return !form.matches()
                ? Optional.empty()
                : Optional.of(new Release(
                        form.group(1).toLowerCase(Locale.ROOT).split(" ", -1)[0],
                        form.group(2),
                        text,
                        item.at(1, text)));
    }

    private static Optional<Release> single(EvidenceItem item, String id, String name) {
        String text = firstLine(item);
        return text.isEmpty() ? Optional.empty() : Optional.of(new Release(id, text, name + text, item.at(1, text)));
    }

    private static String firstLine(EvidenceItem item) {
        return item.lines().stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static SortedMap<String, String> assignments(EvidenceItem item) {
        SortedMap<String, String> values = new TreeMap<>();
        for (String line : item.lines()) {
            Matcher form = ASSIGNMENT.matcher(line);
            if (form.matches()) {
                values.put(form.group(1), unquoted(form.group(2)));
            }
        }
        return values;
    }

    private static String unquoted(String value) {
        boolean quoted = value.length() > 1
                && "'\"".indexOf(value.charAt(0)) >= 0
                && value.charAt(0) == value.charAt(value.length() - 1);
        return quoted ? value.substring(1, value.length() - 1).replaceAll("\\\\(.)", "$1") : value;
    }

    private static EvidenceLine line(EvidenceItem item, String key) {
        List<String> lines = item.lines();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).startsWith(key + "=")) {
                return item.at(i + 1, lines.get(i));
            }
        }
        return item.at(0, firstLine(item));
    }
}
