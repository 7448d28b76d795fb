package dev.slipway.probe;

import java.io.ByteArrayOutputStream;
import java.util.Base64;

/** Bytes that a probe wrote as lines of base64, or of two hexadecimal digits each where a host has no base64. */
final class EncodedBytes {
    private final boolean hex;
    private final StringBuilder text = new StringBuilder();

    EncodedBytes(String encoding) {
        this.hex = encoding.equals("hex");
    }

    void add(String line) {
        text.append(line.strip());
        if (hex) {
            text.append(' ');
        }
    }

    /** The bytes; where the text is cut or damaged, those before that place. */
    byte[] bytes() {
        return hex ? fromHex() : fromBase64();
    }

    private byte[] fromBase64() {
        int end = 0;
        while (end < text.length() && isBase64(text.charAt(end))) {
            end++;
        }
        int padded = end;
        while (padded < text.length() && text.charAt(padded) == '=') {
            padded++;
        }
        String whole = padded % 4 == 0 ? text.substring(0, padded) : text.substring(0, end - end % 4);
        try {
            return Base64.getDecoder().decode(whole);
        } catch (IllegalArgumentException damagedPadding) {
            return Base64.getDecoder().decode(text.substring(0, end - end % 4));
        }
    }

    private static boolean isBase64(char c) {
        return c < 128 && (Character.isLetterOrDigit(c) || c == '+' || c == '/');
    }

    private byte[] fromHex() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length() / 3);
        for (int i = 0; i + 1 < text.length(); i += 3) {
            int high = Character.digit(text.charAt(i), 16);
            int low = Character.digit(text.charAt(i + 1), 16);
            if (high < 0 || low < 0) {
                break;
            }
            bytes.write(high << 4 | low);
        }
        return bytes.toByteArray();
    }
}
