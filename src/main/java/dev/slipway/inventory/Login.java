package dev.slipway.inventory;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How to log in to a host or a jump, as far as the inventory says it. What is empty comes from OpenSSH's configuration or from
 * its defaults.
 *
 * @param address host name or IP address: {@code 10.0.0.11}, {@code fe80::1}
 * @param port TCP port, 1 to 65535
 * @param user account on the host
 * @param identityFiles private keys, in the order to try them
 * @param identityAgent socket of the ssh-agent, {@code SSH_AUTH_SOCK} or {@code none}
 * @param knownHosts files with the keys of hosts
 * @param hostKeyAlias name under which the host's key is known
 * @param auth ways to log in, in the order to try them
 * @param legacyCrypto whether algorithms are allowed that only servers of 2015 and before need
 */
public record Login(
        String address,
        OptionalInt port,
        Optional<String> user,
        List<Path> identityFiles,
        Optional<String> identityAgent,
        List<Path> knownHosts,
        Optional<String> hostKeyAlias,
        List<AuthMethod> auth,
        boolean legacyCrypto) {

    public Login {
        identityFiles = List.copyOf(identityFiles);
        knownHosts = List.copyOf(knownHosts);
        auth = List.copyOf(auth);
    }

    /** A login of which only the address is known. */
    public static Login to(String address) {
        return new Login(
                address,
                OptionalInt.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                List.of(),
                false);
    }
}
