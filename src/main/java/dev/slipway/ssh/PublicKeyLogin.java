package dev.slipway.ssh;

import java.io.IOException;
import net.schmizz.sshj.common.Buffer;
import net.schmizz.sshj.common.Message;
import net.schmizz.sshj.common.SSHPacket;
import net.schmizz.sshj.transport.TransportException;
import net.schmizz.sshj.userauth.UserAuthException;
import net.schmizz.sshj.userauth.method.AbstractAuthMethod;

/**
 * One try with one key and one signature algorithm. The library's own method tries each RSA key three times, which is half of what a
 * server allows, and cannot sign with an agent.
 */
final class PublicKeyLogin extends AbstractAuthMethod {
    private final Identity identity;
    private final String algorithm;

    PublicKeyLogin(Identity identity, String algorithm) {
        super("publickey");
        this.identity = identity;
        this.algorithm = algorithm;
    }

    /** A key that costs nothing to sign with is proved at once; else the host is asked first whether it would accept it. */
    @Override
    public void request() throws UserAuthException, TransportException {
        if (identity.signsFreely()) {
            prove();
        } else {
            params.getTransport().write(request(false));
        }
    }

    @Override
    public void handle(Message message, SSHPacket packet) throws UserAuthException, TransportException {
        if (message != Message.USERAUTH_60) {
            super.handle(message, packet);
        } else {
            prove();
        }
    }

    private void prove() throws UserAuthException, TransportException {
        SSHPacket request = request(true);
        byte[] data = new Buffer.PlainBuffer()
                .putString(params.getTransport().getSessionID())
                .putBuffer(request)
                .getCompactData();
        try {
            request.putString(identity.sign(data, algorithm));
        } catch (IOException e) {
            throw new UserAuthException(e.getMessage(), e);
        }
        params.getTransport().write(request);
    }

    private SSHPacket request(boolean signed) throws UserAuthException {
        return super.buildReq()
                .putBoolean(signed)
                .putString(algorithm)
                .putString(identity.publicKey().blob());
    }
}
