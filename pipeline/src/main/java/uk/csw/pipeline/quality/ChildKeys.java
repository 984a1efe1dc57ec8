package uk.csw.pipeline.quality;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Derives the pseudonymous key of a child: the first eight bytes of HMAC-SHA-256 over authority and identifier. The same
 * child of the same authority always has the same key, and nobody without the secret can go back. Not for use by
 * several threads.
 */
final class ChildKeys {
    private static final String ALGORITHM = "HmacSHA256";
    /** Children seen lately: rows of one child stand together, and its tables land one after the other. */
    private static final int REMEMBERED = 1 << 14;

    private static final byte[] NOBODY = {};

    private final Mac mac;
    private final byte[][] ids = new byte[REMEMBERED][];
    private final long[] keys = new long[REMEMBERED];
    private int authorityKey = -1;
    private byte[] opening = new byte[0];

    ChildKeys(byte[] secret) {
        try {
            mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + ALGORITHM, e);
        }
    }

    /** The key of the child whose identifier is these bytes, in UTF-8. */
    long key(int authority, byte[] bytes, int from, int length) {
        if (authority != authorityKey) {
            Arrays.fill(ids, NOBODY);
            authorityKey = authority;
            opening = (authority + ":").getBytes(StandardCharsets.UTF_8);
        }
        int hash = 1;
        for (int i = from; i < from + length; i++) {
            hash = 31 * hash + bytes[i];
        }
        int place = (hash ^ hash >>> 14) & REMEMBERED - 1;
        byte[] known = ids[place];
        if (!Arrays.equals(known, 0, known.length, bytes, from, from + length)) {
            mac.update(opening);
            mac.update(bytes, from, length);
            keys[place] = ByteBuffer.wrap(mac.doFinal()).getLong();
            ids[place] = Arrays.copyOfRange(bytes, from, from + length);
        }
        return keys[place];
    }
}
