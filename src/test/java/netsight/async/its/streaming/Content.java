package netsight.async.its.streaming;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.SplittableRandom;

/** So many bytes, the same on both sides, none of them held; too random to be compressed on the way. */
final class Content extends InputStream {
    private final SplittableRandom random = new SplittableRandom(1);
    private long left;
    private long bits;
    private int bytes;

    Content(long length) {
        left = length;
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int most) {
        if (left == 0) {
            return -1;
        }
        int some = (int) Math.min(left, most);
        for (int i = 0; i < some; i++) {
            buffer[offset + i] = (byte) next();
        }
        left -= some;
        return some;
    }

    // each number is used whole, so that the content does not depend on how much is read at a time
    private long next() {
        if (bytes == 0) {
            bits = random.nextLong();
            bytes = Long.BYTES;
        }
        bytes--;
        bits = Long.rotateRight(bits, Byte.SIZE);
        return bits;
    }

    static String digest(InputStream body) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[64 * 1024];
            for (int some = body.read(buffer); some >= 0; some = body.read(buffer)) {
                digest.update(buffer, 0, some);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
