package dev.slipway.draft;

/**
 * A port of a container and of its Service.
 *
 * @param name name that probes and the Service use: {@code http}
 * @param protocol {@code TCP} or {@code UDP}
 * @param containerPort where the program in the container would listen
 * @param servicePort what callers use; as on the host
 * @param role {@code http}, {@code https}, {@code management} ...; empty if not clear
 * @param loopback whether it is bound to the loopback address on the host
 * @param source where it was seen
 */
record DraftPort(
        String name,
        String protocol,
        int containerPort,
        int servicePort,
        String role,
        boolean loopback,
        String source) {

    boolean http() {
        return protocol.equals("TCP") && (role.equals("http") || role.equals("management"));
    }

    boolean moved() {
        return containerPort != servicePort;
    }
}
