package dev.slipway.ssh;

import net.schmizz.sshj.common.Buffer;
import net.schmizz.sshj.common.Message;
import net.schmizz.sshj.common.SSHPacket;
import net.schmizz.sshj.transport.TransportException;
import net.schmizz.sshj.userauth.UserAuthException;
import net.schmizz.sshj.userauth.method.AbstractAuthMethod;

/**
 * One try with {@code keyboard-interactive}: the host asks, usually for the password. The password is the answer to one question
 * whose answer is not echoed; a host that asks anything else cannot be logged in to by a program.
 */
final class QuestionLogin extends AbstractAuthMethod {
    private static final int MOST_ROUNDS = 4;
    private static final int MOST_SHOWN = 60;

    private final String password;
    private boolean answered;
    private int rounds;

    QuestionLogin(String password) {
        super("keyboard-interactive");
        this.password = password;
    }

    @Override
    protected SSHPacket buildReq() throws UserAuthException {
        return super.buildReq().putString("").putString("");
    }

    @Override
    public void handle(Message message, SSHPacket packet) throws UserAuthException, TransportException {
        if (message != Message.USERAUTH_60) {
            super.handle(message, packet);
            return;
        }
        try {
            packet.readString();
            packet.readString();
            packet.readString();
            answer(packet.readUInt32AsInt(), packet);
        } catch (Buffer.BufferException e) {
            throw new UserAuthException(e);
        }
    }

    private void answer(int questions, SSHPacket packet)
            throws Buffer.BufferException, UserAuthException, TransportException {
        SSHPacket answers = new SSHPacket(Message.USERAUTH_INFO_RESPONSE).putUInt32(questions);
        for (int i = 0; i < questions; i++) {
            String question = packet.readString();
            boolean echoed = packet.readBoolean();
            if (echoed || answered) {
                throw new UserAuthException(
                        "the host asks '" + Words.oneLine(question, MOST_SHOWN) + "', which only a person can answer");
            }
            answers.putSensitiveString(password.toCharArray());
            answered = true;
        }
        if (++rounds > MOST_ROUNDS) {
            throw new UserAuthException("the host asks again and again");
        }
        params.getTransport().write(answers);
    }
}
