package dev.slipway.schedule;

import dev.slipway.facts.Term;
import java.util.Arrays;
import java.util.Optional;

/** Whose rules a table of jobs follows; the same line means different things to different schedulers. */
public enum Flavour implements Term {
    /** Vixie cron 3.0 as Debian and Ubuntu ship it. */
    DEBIAN,
    /** The cron of Red Hat, SUSE, Fedora and Arch. */
    CRONIE,
    /** The crond applet of BusyBox: Alpine, OpenWrt, small images. */
    BUSYBOX,
    /** The {@code schedule} of a Kubernetes CronJob: five fields, read by robfig/cron 3. */
    KUBERNETES,
    /** The {@code spec} of a goCron task: seconds first, read by a cron library of 2013. */
    GOCRON;

    /** The flavour of this name: {@code debian}. */
    public static Optional<Flavour> of(String term) {
        return Arrays.stream(values())
                .filter(flavour -> flavour.term().equals(term))
                .findFirst();
    }

    /** Whether it reads whole tables with settings and commands, not single expressions. */
    boolean readsTables() {
        return this == DEBIAN || this == CRONIE || this == BUSYBOX;
    }
}
