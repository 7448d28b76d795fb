package dev.slipway.inventory;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What may be said of all hosts, of those with a tag, of a jump or of one host; what is empty is not said. */
record Settings(
        Optional<String> user,
        OptionalInt port,
        Optional<Sudo> sudo,
        OptionalInt timeoutSeconds,
        List<Path> identityFiles,
        Optional<String> identityAgent,
        List<Path> knownHosts,
        Optional<String> hostKeyAlias,
        List<AuthMethod> auth,
        Optional<Boolean> legacyCrypto,
        Optional<String> owner,
        Optional<String> jump) {

    static final Settings NOTHING = new Settings(
            Optional.empty(),
            OptionalInt.empty(),
            Optional.empty(),
            OptionalInt.empty(),
            List.of(),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    /** These settings, and where they say nothing the general ones. */
    Settings over(Settings general) {
        return new Settings(
                user.or(general::user),
                port.isPresent() ? port : general.port,
                sudo.or(general::sudo),
                timeoutSeconds.isPresent() ? timeoutSeconds : general.timeoutSeconds,
                first(identityFiles, general.identityFiles),
                identityAgent.or(general::identityAgent),
                first(knownHosts, general.knownHosts),
                hostKeyAlias.or(general::hostKeyAlias),
                first(auth, general.auth),
                legacyCrypto.or(general::legacyCrypto),
                owner.or(general::owner),
                jump.or(general::jump));
    }

    Login login(String address) {
        return new Login(
                address,
                port,
                user,
                identityFiles,
                identityAgent,
                knownHosts,
                hostKeyAlias,
                auth,
                legacyCrypto.orElse(false));
    }

    private static <T> List<T> first(List<T> specific, List<T> general) {
        return specific.isEmpty() ? general : specific;
    }
}
