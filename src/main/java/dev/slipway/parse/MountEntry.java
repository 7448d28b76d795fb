package dev.slipway.parse;

import dev.slipway.facts.EvidenceLine;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A file system as a table names it: /proc/mounts, /etc/fstab, a map of the automounter, a mount unit.
 *
 * @param path mount point, without a slash at its end
 */
record MountEntry(String source, String path, String type, List<String> options, EvidenceLine evidence) {
    private static final List<String> NETWORK = List.of(
            "nfs",
            "nfs4",
            "cifs",
            "smbfs",
            "smb3",
            "ceph",
            "glusterfs",
            "lustre",
            "afs",
            "9p",
            "ncpfs",
            "ncp",
            "ocfs2",
            "gfs",
            "gfs2",
            "gpfs",
            "beegfs",
            "davfs",
            "sshfs",
            "s3fs",
            "autofs");
    /** File systems in user space that only show what is on the host itself. */
    private static final List<String> LOCAL_FUSE = List.of(
            "fuse.lxcfs",
            "fuse.gvfsd-fuse",
            "fuse.portal",
            "fuse.encfs",
            "fuse.gocryptfs",
            "fuse.mergerfs",
            "fuse.ntfs-3g",
            "fuse.bindfs",
            "fuse.vmware-vmblock",
            "fuse.vmhgfs-fuse");

    private static final Pattern KERNEL = Pattern.compile(
            "proc|sysfs|devtmpfs|devpts|cgroup2?|mqueue|hugetlbfs|fusectl|securityfs|debugfs|tracefs|pstore|bpf|configfs"
                    + "|selinuxfs|binfmt_misc|rpc_pipefs|nsfs|efivarfs|nfsd|ramfs|usbfs|devfs|swap|none|ignore|sunrpc");
    private static final Pattern OF_SYSTEM = Pattern.compile(
            "/(?:proc|sys)(?:/.*)?|/dev|/run/(?:credentials|user|netns|docker|containerd)/.*|/var/lib/(?:docker|containers|kubelet"
                    + "|containerd|lxc|lxd|snapd|rancher)/.*|/snap/.*");

    MountEntry {
        options = List.copyOf(options);
    }

    static MountEntry of(String source, String path, String type, String options, EvidenceLine evidence) {
        String mountPoint = path.length() > 1 ? path.replaceFirst("/+$", "") : path;
        return new MountEntry(
                source,
                mountPoint,
                type.toLowerCase(Locale.ROOT),
                Stream.of(options.split(","))
                        .filter(option -> !option.isEmpty())
                        .toList(),
                evidence);
    }

    /** The entry in a line of /proc/mounts or /etc/fstab; empty if it is none, or swap. */
    static Optional<MountEntry> inTable(String line, EvidenceLine evidence) {
        String[] fields = line.strip().split("\\s+");
        boolean entry = fields.length >= 3 && !line.strip().startsWith("#") && fields[1].startsWith("/");
        return entry
                ? Optional.of(of(
                        unescaped(fields[0]),
                        unescaped(fields[1]),
                        fields[2],
                        fields.length > 3 ? unescaped(fields[3]) : "",
                        evidence))
                : Optional.empty();
    }

    /** Whether the kernel or a container runtime makes it for itself: there is nothing to keep on it. */
    boolean isOfSystem() {
        return KERNEL.matcher(type).matches() || OF_SYSTEM.matcher(path).matches();
    }

    /** Whether it lies on another machine, or on disks that several machines share. */
    boolean isRemote() {
        return NETWORK.contains(type) || (type.startsWith("fuse.") && !LOCAL_FUSE.contains(type));
    }

    /** Blanks and the like are {@code \040} in these tables. */
    private static String unescaped(String text) {
        if (text.indexOf('\\') < 0) {
            return text;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < text.length(); i++) {
            boolean octal = text.charAt(i) == '\\' && text.substring(i).matches("(?s)\\\\[0-3][0-7]{2}.*");
            if (octal) {
                bytes.write(Integer.parseInt(text.substring(i + 1, i + 4), 8));
                i += 3;
            } else {
                bytes.writeBytes(text.substring(i, i + 1).getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
