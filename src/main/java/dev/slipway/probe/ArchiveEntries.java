package dev.slipway.probe;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** The entries that lie in a piece from the middle of a zip file. An entry that is not whole is passed over. */
final class ArchiveEntries {
    private static final int LOCAL_HEADER = 0x04034b50;
    private static final int HEADER_LENGTH = 30;
    private static final int DEFLATED = 8;
    /** No compiler writes a larger class that is of interest here. */
    private static final int MAX_CLASS = 1024 * 1024;

    private final ByteBuffer piece;
    private final byte[] plain = new byte[MAX_CLASS];

    ArchiveEntries(byte[] piece) {
        this.piece = ByteBuffer.wrap(piece).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** The content of each entry that is a class. */
    List<byte[]> classes() {
        List<byte[]> found = new ArrayList<>();
        int at = next(0);
        while (at >= 0 && at + HEADER_LENGTH <= piece.limit()) {
            int nameLength = piece.getShort(at + 26) & 0xffff;
            int data = at + HEADER_LENGTH + nameLength + (piece.getShort(at + 28) & 0xffff);
            if (data >= piece.limit()) {
                break;
            }
            String name = new String(piece.array(), at + HEADER_LENGTH, nameLength, StandardCharsets.UTF_8);
            if (name.endsWith(".class")) {
                byte[] content = content(at, data);
                if (content.length > 0) {
                    found.add(content);
                }
            }
            at = next(data);
        }
        return found;
    }

    /** The size may stand behind the data instead of in the header, so deflated data tell their own end. */
    private byte[] content(int header, int data) {
        if (piece.getShort(header + 8) != DEFLATED) {
            int size = piece.getInt(header + 18);
            return size > 0 && size <= piece.limit() - data
                    ? Arrays.copyOfRange(piece.array(), data, data + size)
                    : new byte[0];
        }
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(piece.array(), data, piece.limit() - data);
            int length = inflater.inflate(plain);
            return inflater.finished() ? Arrays.copyOf(plain, length) : new byte[0];
        } catch (DataFormatException damaged) {
            return new byte[0];
        } finally {
            inflater.end();
        }
    }

    private int next(int from) {
        for (int at = from; at <= piece.limit() - Integer.BYTES; at++) {
            if (piece.getInt(at) == LOCAL_HEADER) {
                return at;
            }
        }
        return -1;
    }
}
