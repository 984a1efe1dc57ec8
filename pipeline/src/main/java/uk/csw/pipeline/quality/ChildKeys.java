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

    private final Mac mac;
    private final String[] ids = new String[REMEMBERED];
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

    /** The key of the child with this identifier. */
    long key(int authority, String id) {
        if (authority != authorityKey) {
            Arrays.fill(ids, "");
            authorityKey = authority;
            opening = (authority + ":").getBytes(StandardCharsets.UTF_8);
        }
        int hash = id.hashCode();
        int place = (hash ^ hash >>> 14) & REMEMBERED - 1;
        if (!ids[place].equals(id)) {
            mac.update(opening);
            mac.update(id.getBytes(StandardCharsets.UTF_8));
            keys[place] = ByteBuffer.wrap(mac.doFinal()).getLong();
            ids[place] = id;
        }
        return keys[place];
    }
}
