package dev.slipway.ssh;

import java.security.GeneralSecurityException;
import net.schmizz.sshj.common.DisconnectReason;
import net.schmizz.sshj.common.Message;
import net.schmizz.sshj.common.SSHPacket;
import net.schmizz.sshj.transport.TransportException;
import net.schmizz.sshj.transport.kex.DH;
import net.schmizz.sshj.transport.kex.DHGexSHA256;
import net.schmizz.sshj.transport.kex.KeyExchange;

/** Group exchange that takes no group of less than 2048 bits; the library's own takes 1024. */
final class StrongGroupExchange extends DHGexSHA256 {
    private static final int LEAST_BITS = 2048;

    /** Makes one for each connection. */
    static final class Factory implements net.schmizz.sshj.common.Factory.Named<KeyExchange> {
        @Override
        public KeyExchange create() {
            return new StrongGroupExchange();
        }

        @Override
        public String getName() {
            return "diffie-hellman-group-exchange-sha256";
        }
    }

    @Override
    public boolean next(Message message, SSHPacket packet) throws GeneralSecurityException, TransportException {
        boolean done = super.next(message, packet);
        int bits = ((DH) dh).getP().bitLength();
        if (bits < LEAST_BITS) {
            throw new TransportException(
                    DisconnectReason.KEY_EXCHANGE_FAILED, "the host offers a group of only " + bits + " bits");
        }
        return done;
    }
}
