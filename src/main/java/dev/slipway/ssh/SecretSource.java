package dev.slipway.ssh;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Who knows the user's secrets. Asked only when a secret is needed, from several threads at once; an answer should be kept, so that
 * a user is not asked twice.
 */
public interface SecretSource {

    /** One that knows nothing. */
    SecretSource NONE = new SecretSource() {
        @Override
        public Optional<String> password(String host, String user) {
            return Optional.empty();
        }

        @Override
        public Optional<String> passphrase(String host, Path keyFile) {
            return Optional.empty();
        }

        @Override
        public Optional<String> sudoPassword(String host, String user) {
            return Optional.empty();
        }
    };

    /**
     * The password of an account.
     *
     * @param host name of the host or jump in the inventory
     */
    Optional<String> password(String host, String user);

    /** The passphrase of a key file that is used for a host or jump. */
    Optional<String> passphrase(String host, Path keyFile);

    /** The password that sudo asks the account for. */
    Optional<String> sudoPassword(String host, String user);
}
