package dev.slipway.ssh;

import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.security.Security;
import net.schmizz.sshj.common.SecurityUtils;

/**
 * The names that the SSH library asks for and the JDK has under others. With it the JDK's own cryptography does all the work:
 * registering Bouncy Castle would cost half a second at every start. Only ChaCha20-Poly1305 in the form of SSH is not in the
 * JDK; two classes of Bouncy Castle do it, loaded when a host accepts nothing else.
 */
final class CryptoProvider extends Provider {
    private static final long serialVersionUID = 1L;
    private static final String NAME = "slipway";
    private static final String BOUNCY_CASTLE = "org.bouncycastle.jcajce.provider.symmetric.";

    private CryptoProvider() {
        super(NAME, "1", "names for SSH");
        putService(new Service(this, "KeyFactory", "ECDSA", "dev.slipway.ssh.CryptoProvider", null, null) {
            @Override
            public Object newInstance(Object parameter) throws NoSuchAlgorithmException {
                return Security.getProvider("SunEC")
                        .getService("KeyFactory", "EC")
                        .newInstance(parameter);
            }
        });
        put("Cipher.CHACHA", BOUNCY_CASTLE + "ChaCha$Base");
        put("Mac.POLY1305", BOUNCY_CASTLE + "Poly1305$Mac");
    }

    /** Makes the library use the JDK's cryptography; may be called again. */
    static synchronized void install() {
        if (Security.getProvider(NAME) == null) {
            SecurityUtils.setRegisterBouncyCastle(false);
            Security.addProvider(new CryptoProvider());
        }
    }
}
