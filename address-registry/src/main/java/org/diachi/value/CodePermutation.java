package org.diachi.value;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The secret order in which codes are issued: a keyed permutation of the numbers below 2³⁵, so that a database sequence
 * gives codes without collisions whose neighbours look unrelated.
 *
 * <p>An alternating Feistel network whose halves have 17 and 18 bits, so that the odd domain of 35 bits needs no cycle
 * walking, of ten rounds: the construction of FF1 in <a href="https://doi.org/10.6028/NIST.SP.800-38G">NIST SP
 * 800-38G</a>. The round function is SipHash-2-4 (J.-P. Aumasson, D. J. Bernstein, SipHash: a fast short-input PRF,
 * INDOCRYPT 2012) of round and half. The same key gives the same order for ever: changing this class would issue codes
 * twice.
 */
public final class CodePermutation {

    /** The shortest key accepted, in bytes. */
    public static final int MIN_KEY_BYTES = 16;

    private static final int ROUNDS = 10;
    private static final int LOW_BITS = 18;
    private static final long LOW_MASK = (1L << LOW_BITS) - 1;
    private static final long HIGH_MASK = (1L << 17) - 1;

    private final long key0;
    private final long key1;

    /**
     * The permutation of a key.
     *
     * @param key at least {@link #MIN_KEY_BYTES} bytes, fixed per registry
     * @throws IllegalArgumentException if the key is too short
     */
    public CodePermutation(byte[] key) {
        if (key.length < MIN_KEY_BYTES) {
            throw new IllegalArgumentException(
                    "The key of the codes needs at least " + MIN_KEY_BYTES + " bytes, not " + key.length);
        }
        ByteBuffer digest = ByteBuffer.wrap(sha256(key)).order(ByteOrder.LITTLE_ENDIAN);
        key0 = digest.getLong();
        key1 = digest.getLong();
    }

    private static byte[] sha256(byte[] key) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(key);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /**
     * The payload of the n-th code.
     *
     * @param n from 0 up to but not including {@link Code#PAYLOADS}
     * @throws IllegalArgumentException if n is outside its range
     */
    public long permute(long n) {
        requireInRange(n);
        long high = n >>> LOW_BITS;
        long low = n & LOW_MASK;
        for (int round = 0; round < ROUNDS; round += 2) {
            high ^= sipHash(round, low) & HIGH_MASK;
            low ^= sipHash(round + 1, high) & LOW_MASK;
        }
        return high << LOW_BITS | low;
    }

    /**
     * The n whose payload this is: {@code invert(permute(n)) == n}.
     *
     * @param payload from 0 up to but not including {@link Code#PAYLOADS}
     * @throws IllegalArgumentException if the payload is outside its range
     */
    public long invert(long payload) {
        requireInRange(payload);
        long high = payload >>> LOW_BITS;
        long low = payload & LOW_MASK;
        for (int round = ROUNDS - 2; round >= 0; round -= 2) {
            low ^= sipHash(round + 1, high) & LOW_MASK;
            high ^= sipHash(round, low) & HIGH_MASK;
        }
        return high << LOW_BITS | low;
    }

    private static void requireInRange(long n) {
        if (n < 0 || n >= Code.PAYLOADS) {
            throw new IllegalArgumentException("A number of 35 bits is needed, not " + n);
        }
    }

    /** SipHash-2-4 of the eight bytes (round, half). */
    private long sipHash(int round, long half) {
        long message = (long) round << 32 | half;
        SipState state = new SipState(key0, key1);
        state.absorb(message);
        // The last block carries the length of the message, eight bytes, in its highest byte.
        state.absorb(8L << 56);
        return state.finish();
    }

    /** The four words of SipHash; short-lived, so that the compiler keeps them in registers. */
    private static final class SipState {
        private long v0;
        private long v1;
        private long v2;
        private long v3;

        SipState(long key0, long key1) {
            v0 = key0 ^ 0x736f6d6570736575L;
            v1 = key1 ^ 0x646f72616e646f6dL;
            v2 = key0 ^ 0x6c7967656e657261L;
            v3 = key1 ^ 0x7465646279746573L;
        }

        void absorb(long word) {
            v3 ^= word;
            mix();
            mix();
            v0 ^= word;
        }

        long finish() {
            v2 ^= 0xff;
            mix();
            mix();
            mix();
            mix();
            return v0 ^ v1 ^ v2 ^ v3;
        }

        private void mix() {
            v0 += v1;
            v1 = Long.rotateLeft(v1, 13) ^ v0;
            v0 = Long.rotateLeft(v0, 32);
            v2 += v3;
            v3 = Long.rotateLeft(v3, 16) ^ v2;
            v0 += v3;
            v3 = Long.rotateLeft(v3, 21) ^ v0;
            v2 += v1;
            v1 = Long.rotateLeft(v1, 17) ^ v2;
            v2 = Long.rotateLeft(v2, 32);
        }
    }
}
