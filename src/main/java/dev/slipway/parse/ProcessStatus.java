package dev.slipway.parse;

import dev.slipway.facts.Fact;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the files status, stat and cgroup of a process say.
 *
 * @param status the lines of status by their name: {@code Uid} to {@code 0 0 0 0}
 * @param stat the line of stat; a process's name may have a line break in it
 * @param groups path by controller: {@code name=systemd} to {@code /system.slice/cron.service}; version 2 is the empty name
 * @param line number of the first line about it
 */
record ProcessStatus(
        int pid, SortedMap<String, String> status, String stat, SortedMap<String, String> groups, int line) {
    private static final String NOT_SHOWN = "the kernel does not show it";
    private static final int SIGQUIT = 3;
    private static final int SIGTERM = 15;
    private static final long KERNEL_THREAD_FLAG = 0x200000;
    private static final List<String> CONTROLLERS = List.of("name=systemd", "", "name=openrc");

    /** The processes in the lines of all their files. */
    static SortedMap<Integer, ProcessStatus> of(List<PidLine> lines) {
        SortedMap<Integer, ProcessStatus> processes = new TreeMap<>();
        for (PidLine line : lines) {
            ProcessStatus process = processes.computeIfAbsent(
                    line.pid(), pid -> new ProcessStatus(pid, new TreeMap<>(), "", new TreeMap<>(), line.line()));
            processes.put(line.pid(), process.and(line));
        }
        processes.values().removeIf(process -> process.status.isEmpty());
        return processes;
    }

    private ProcessStatus and(PidLine line) {
        switch (line.file()) {
            case "status" -> put(status, line.text().split(":", 2));
            case "cgroup" -> putGroups(line.text().split(":", 3));
            case "stat" -> {
                return new ProcessStatus(
                        pid, status, stat.isEmpty() ? line.text() : stat + "\n" + line.text(), groups, this.line);
            }
            default -> {}
        }
        return this;
    }

    private static void put(SortedMap<String, String> map, String[] pair) {
        if (pair.length == 2) {
            map.putIfAbsent(pair[0], pair[1].strip());
        }
    }

    private void putGroups(String[] parts) {
        if (parts.length == 3) {
            List.of(parts[1].split(",")).forEach(controller -> groups.putIfAbsent(controller, parts[2]));
        }
    }

    /** The kernel's name for it, escapes resolved. */
    String name() {
        return status.getOrDefault("Name", "").replace("\\n", "\n").replace("\\\\", "\\");
    }

    int parentPid() {
        return number("PPid").map(Long::intValue).orElse(0);
    }

    /** One letter: {@code S}. */
    String state() {
        String state = status.getOrDefault("State", "");
        return state.isEmpty() ? "" : state.substring(0, 1);
    }

    Fact<Integer> userId() {
        String[] ids = status.getOrDefault("Uid", "").split("\\s+");
        return Fact.of(ids.length < 2 ? Optional.empty() : parse(ids[1]).map(Long::intValue), NOT_SHOWN);
    }

    Fact<Integer> threads() {
        return Fact.of(number("Threads").map(Long::intValue), NOT_SHOWN);
    }

    /** Bytes of a line such as {@code VmRSS: 1234 kB}; 0 where the process has no memory of its own. */
    Fact<Long> memoryBytes(String name) {
        if (!status.containsKey(name)) {
            return hasMemory() ? Fact.unknown(NOT_SHOWN) : Fact.known(0L);
        }
        return Fact.of(parse(status.get(name).split("\\s+")[0]).map(kib -> kib * 1024), NOT_SHOWN);
    }

    /** Whether it is a thread of the kernel: it says so, or it has no memory and has not ended. */
    boolean kernelThread() {
        return statField(9).filter(flags -> (flags & KERNEL_THREAD_FLAG) != 0).isPresent()
                || (!hasMemory() && !ended());
    }

    boolean ended() {
        return state().equals("Z") || state().equals("X");
    }

    private boolean hasMemory() {
        return status.containsKey("VmSize") || status.containsKey("VmRSS");
    }

    Fact<Boolean> handlesTerm() {
        return handles(SIGTERM);
    }

    Fact<Boolean> handlesQuit() {
        return handles(SIGQUIT);
    }

    /** A handler is installed, or the signal is held back to be taken from a descriptor, as systemd's programs do. */
    private Fact<Boolean> handles(int signal) {
        return Fact.of(
                bits("SigCgt")
                        .map(caught -> caught.or(bits("SigBlk").orElse(BigInteger.ZERO)))
                        .map(handled -> handled.testBit(signal - 1)),
                NOT_SHOWN);
    }

    /** Names of the effective capabilities; empty for root, who has them all by being root. */
    Fact<List<String>> capabilities() {
        if (userId().is(0)) {
            return Fact.known(List.of());
        }
        return Fact.of(bits("CapEff").map(Capabilities::names), NOT_SHOWN);
    }

    /** Number of pid namespaces that it is in below the host's own. */
    int innerPidNamespaces() {
        return Math.max(0, status.getOrDefault("NSpid", "").strip().split("\\s+").length - 1);
    }

    /** Path of its control group in the service manager's tree, else in the tree that limits its memory. */
    Fact<String> cgroup() {
        if (groups.isEmpty()) {
            return Fact.unknown(NOT_SHOWN);
        }
        return Fact.known(CONTROLLERS.stream()
                .map(controller -> groups.getOrDefault(controller, "/"))
                .filter(path -> !path.equals("/"))
                .findFirst()
                .orElse("/"));
    }

    /** Paths of all its control groups. */
    List<String> cgroups() {
        return new ArrayList<>(groups.values());
    }

    /** A field of stat by its number in the kernel's documentation, from the fourth on. */
    Optional<Long> statField(int number) {
        int nameEnd = stat.lastIndexOf(')');
        String[] fields = stat.substring(nameEnd + 1).strip().split(" ");
        return nameEnd < 0 || fields.length <= number - 3 ? Optional.empty() : parse(fields[number - 3]);
    }

    private Optional<BigInteger> bits(String name) {
        String hex = status.getOrDefault(name, "");
        return hex.matches("[0-9a-fA-F]{1,32}") ? Optional.of(new BigInteger(hex, 16)) : Optional.empty();
    }

    private Optional<Long> number(String name) {
        return parse(status.getOrDefault(name, ""));
    }

    private static Optional<Long> parse(String digits) {
        return digits.matches("-?\\d{1,18}") ? Optional.of(Long.parseLong(digits)) : Optional.empty();
    }
}
