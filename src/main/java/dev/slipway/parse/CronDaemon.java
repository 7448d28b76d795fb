package dev.slipway.parse;

import dev.slipway.evidence.Evidence;
import dev.slipway.evidence.EvidenceItem;
import dev.slipway.facts.Fact;
import dev.slipway.facts.HostFacts;
import dev.slipway.schedule.Flavour;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which cron a host has.
 *
 * @param flavour whose rules its tables follow
 * @param running whether one runs; unknown if the process list has gaps
 * @param lsbNames whether Debian's cron was told to take names with dots ({@code -l})
 * @param anacron whether anacron is installed
 * @param tables directories in which it looks for the tables of users, the likeliest first
 */
record CronDaemon(Flavour flavour, Fact<Boolean> running, boolean lsbNames, boolean anacron, List<String> tables) {
    private static final Pattern PROCESS = Pattern.compile("process \\d+/cmdline (.*)");
    private static final Pattern BUSYBOX = Pattern.compile("l\\S+ .*crond -> \\S*busybox");
    private static final Pattern DIRECTORY = Pattern.compile("-c ?(/\\S+)");
    private static final Set<String> PROGRAMS = Set.of("cron", "crond", "fcron", "supercronic");
    private static final Set<String> DEBIANS = Set.of(
            "debian",
            "ubuntu",
            "raspbian",
            "linuxmint",
            "devuan",
            "kali",
            "deepin",
            "uos",
            "pop",
            "elementary",
            "proxmox");

    static CronDaemon of(Evidence evidence, HostFacts soFar) {
        String text =
                evidence.command("crontabs", "daemons").map(EvidenceItem::text).orElse("");
        List<String> running = processes(text);
        Flavour flavour = flavour(text, soFar.host().os().id().orElse(""));
        boolean generated = text.contains("systemd-crontab-generator");
        return new CronDaemon(
                flavour,
                running(!running.isEmpty() || generated, evidence, soFar),
                running.stream().anyMatch(command -> command.matches("\\S*cron .*-\\w*l.*"))
                        || debianOptions(evidence).contains("-l"),
                text.contains(" /usr/sbin/anacron"),
                tables(flavour, running));
    }

    private static List<String> processes(String text) {
        List<String> commands = new ArrayList<>();
        for (String line : text.split("\n", -1)) {
            Matcher process = PROCESS.matcher(line);
            if (process.matches() && isCron(process.group(1))) {
                commands.add(process.group(1).strip());
            }
        }
        return commands;
    }

    private static boolean isCron(String command) {
        String[] words = command.strip().split(" ", 3);
        String program = words[0].substring(words[0].lastIndexOf('/') + 1);
        return PROGRAMS.contains(program)
                || (program.equals("busybox") && words.length > 1 && words[1].equals("crond"));
    }

    private static Flavour flavour(String text, String os) {
        boolean debian = DEBIANS.contains(os);
        if (BUSYBOX.matcher(text).find() || text.contains("busybox crond")) {
            return Flavour.BUSYBOX;
        } else if (text.matches("(?s).*package cronie \\S+ install ok installed.*")) {
            return Flavour.CRONIE;
        } else if (debian || text.contains("package cron ")) {
            return Flavour.DEBIAN;
        } else if (os.equals("alpine") || os.equals("openwrt")) {
            return Flavour.BUSYBOX;
        }
        return Flavour.CRONIE;
    }

    private static Fact<Boolean> running(boolean seen, Evidence evidence, HostFacts soFar) {
        boolean looked = evidence.command("crontabs", "daemons")
                .filter(EvidenceItem::complete)
                .isPresent();
        boolean allProcesses = !soFar.processes().isEmpty() && soFar.complete("processes");
        if (seen || (looked && allProcesses)) {
            return Fact.known(seen);
        }
        return Fact.unknown("not all processes are visible");
    }

    private static String debianOptions(Evidence evidence) {
        return evidence.read("crontabs", "settings")
                .filter(item -> item.name().equals("/etc/default/cron"))
                .flatMap(item -> item.lines().stream())
                .filter(line -> line.matches("(EXTRA_OPTS|LSBNAMES)=.*"))
                .reduce("", String::concat);
    }

    private static List<String> tables(Flavour flavour, List<String> running) {
        List<String> tables = new ArrayList<>();
        for (String command : running) {
            Matcher directory = DIRECTORY.matcher(command);
            if (directory.find()) {
                tables.add(directory.group(1));
            }
        }
        tables.addAll(
                switch (flavour) {
                    case DEBIAN -> List.of("/var/spool/cron/crontabs");
                    case BUSYBOX -> List.of("/etc/crontabs", "/var/spool/cron/crontabs");
                    default -> List.of("/var/spool/cron", "/var/spool/cron/tabs");
                });
        return tables;
    }
}
