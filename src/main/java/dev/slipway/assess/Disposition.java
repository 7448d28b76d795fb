package dev.slipway.assess;

import dev.slipway.facts.Term;

/** What to do with a workload. */
public enum Disposition implements Term {
    MIGRATE,
    MIGRATE_AFTER_FIXES,
    REFACTOR,
    KEEP_ON_VM,
    /** A managed service, or it stays on its machine; an operator only for those who ask for it. */
    MANAGED_SERVICE,
    /** A Service, an Ingress or a gateway does it. */
    REPLACE_BY_GATEWAY,
    /** An add-on of the cluster does it. */
    REPLACE_BY_ADD_ON,
    REUSE_IMAGE,
    /** Part of the operating system. */
    NOT_MIGRATED,
    /** Too little is known. */
    UNDECIDED
}
