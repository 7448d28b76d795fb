package dev.slipway.parse;

import dev.slipway.evidence.EvidenceItem;
import dev.slipway.facts.Fact;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Tells on what a host runs, in the words of systemd-detect-virt. */
final class Virtualization {
    /** What vendor and product of a machine begin with or contain, most telling first. */
    private static final List<List<String>> PRODUCTS = List.of(
            List.of("VMware", "vmware"),
            List.of("VirtualBox", "oracle"),
            List.of("innotek", "oracle"),
            List.of("Virtual Machine", "microsoft"),
            List.of("Amazon EC2", "amazon"),
            List.of("Google Compute Engine", "google"),
            List.of("KVM", "kvm"),
            List.of("OpenStack", "kvm"),
            List.of("Alibaba Cloud", "kvm"),
            List.of("Tencent Cloud", "kvm"),
            List.of("Huawei Cloud", "kvm"),
            List.of("RHEV", "kvm"),
            List.of("oVirt", "kvm"),
            List.of("AHV", "kvm"),
            List.of("Xen", "xen"),
            List.of("Parallels", "parallels"),
            List.of("BHYVE", "bhyve"),
            List.of("Bochs", "bochs"),
            List.of("QEMU", "qemu"));

    private static final List<List<String>> CLOCKS =
            List.of(List.of("kvm-clock", "kvm"), List.of("xen", "xen"), List.of("hyperv", "microsoft"));

    private Virtualization() {}

    /**
     * What it runs on.
     *
     * @param hypervisor whether the processor says that there is one below
     */
    static Fact<String> of(Optional<EvidenceItem> item, boolean hypervisor) {
        KeyValues values = new KeyValues(item);
        Optional<String> found = values.find("detected")
                .filter(word -> !word.equals("none") && word.matches("[a-z-]{2,20}"))
                .or(() -> values.find("openvz").map(yes -> "openvz"))
                .or(() -> values.find("clocksource").flatMap(clock -> match(CLOCKS, clock)))
                .or(() -> product(values))
                .or(() -> values.find("hypervisor").filter(type -> type.equals("xen")))
                .or(() -> item.filter(any -> any.text().contains("Control Program: z/VM"))
                        .map(any -> "zvm"));
        if (found.isPresent() || hypervisor) {
            return Fact.known(found.orElse("vm-other"));
        }
        boolean looked =
                values.find("detected").isPresent() || values.find("sys_vendor").isPresent();
        return looked ? Fact.known("none") : Fact.unknown("neither vendor nor product of the machine are readable");
    }

    private static Optional<String> product(KeyValues values) {
        return Stream.of("product_name", "sys_vendor", "board_vendor", "bios_vendor")
                .flatMap(key -> values.find(key).flatMap(name -> match(PRODUCTS, name)).stream())
                .findFirst();
    }

    private static Optional<String> match(List<List<String>> table, String text) {
        return table.stream()
                .filter(row -> text.contains(row.get(0)))
                .map(row -> row.get(1))
                .findFirst();
    }
}
