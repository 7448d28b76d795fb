package dev.slipway.draft;

import dev.slipway.facts.Workload;
import io.fabric8.kubernetes.api.model.PodSecurityContext;
import io.fabric8.kubernetes.api.model.PodSecurityContextBuilder;
import io.fabric8.kubernetes.api.model.SecurityContext;
import io.fabric8.kubernetes.api.model.SecurityContextBuilder;

/**
 * The account that a container runs as: a number that no account of a node has.
 *
 * @param reason why this number
 */
record Identity(long userId, Note.Kind kind, String reason) {
    private static final int LEAST = 10001;

    static Identity of(Workload workload) {
        int old = workload.userId().orElse(-1);
        String user = workload.user().orElse("an account that could not be read");
        if (old >= LEAST) {
            return new Identity(old, Note.Kind.FROM, "the account " + user + " on the host");
        }
        return new Identity(
                LEAST,
                Note.Kind.DEFAULT,
                "an unprivileged number; on the host it runs as " + user + (old < 0 ? "" : " (" + old + ")"));
    }

    static Identity unprivileged(String user) {
        return new Identity(LEAST, Note.Kind.DEFAULT, "an unprivileged number; on the host it runs as " + user);
    }

    PodSecurityContext pod() {
        return new PodSecurityContextBuilder()
                .withRunAsNonRoot(true)
                .withRunAsUser(userId)
                .withRunAsGroup(userId)
                .withFsGroup(userId)
                .withFsGroupChangePolicy("OnRootMismatch")
                .withNewSeccompProfile()
                .withType("RuntimeDefault")
                .endSeccompProfile()
                .build();
    }

    SecurityContext container() {
        return new SecurityContextBuilder()
                .withAllowPrivilegeEscalation(false)
                .withPrivileged(false)
                .withReadOnlyRootFilesystem(true)
                .withRunAsNonRoot(true)
                .withRunAsUser(userId)
                .withRunAsGroup(userId)
                .withNewCapabilities()
                .withDrop("ALL")
                .endCapabilities()
                .withNewSeccompProfile()
                .withType("RuntimeDefault")
                .endSeccompProfile()
                .build();
    }
}
