package dev.slipway.parse;

import java.math.BigInteger;
import java.util.List;
import java.util.stream.IntStream;

/** The kernel's capabilities in the order of their bits, as in capabilities(7). */
final class Capabilities {
    private static final List<String> NAMES = List.of(
            "chown",
            "dac_override",
            "dac_read_search",
            "fowner",
            "fsetid",
            "kill",
            "setgid",
            "setuid",
            "setpcap",
            "linux_immutable",
            "net_bind_service",
            "net_broadcast",
            "net_admin",
            "net_raw",
            "ipc_lock",
            "ipc_owner",
            "sys_module",
            "sys_rawio",
            "sys_chroot",
            "sys_ptrace",
            "sys_pacct",
            "sys_admin",
            "sys_boot",
            "sys_nice",
            "sys_resource",
            "sys_time",
            "sys_tty_config",
            "mknod",
            "lease",
            "audit_write",
            "audit_control",
            "setfcap",
            "mac_override",
            "mac_admin",
            "syslog",
            "wake_alarm",
            "block_suspend",
            "audit_read",
            "perfmon",
            "bpf",
            "checkpoint_restore");

    private Capabilities() {}

    /** Names of the bits that are set; a bit without a name here is its number. */
    static List<String> names(BigInteger bits) {
        return IntStream.range(0, bits.bitLength())
                .filter(bits::testBit)
                .mapToObj(bit -> bit < NAMES.size() ? NAMES.get(bit) : String.valueOf(bit))
                .toList();
    }
}
