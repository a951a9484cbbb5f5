package org.diachi.http;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Objects;
import java.util.function.Function;
import java.util.zip.CRC32;
import org.diachi.change.Snapshot;
import org.diachi.http.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * Where a walk through a list goes on: the state that it shows, and the last entry that was given. It carries the
 * question's fingerprint, so that it cannot be used with another question, and a check sum against slips.
 *
 * @param snapshot the state of the register at which the walk began
 * @param question fingerprint of all parameters but the cursor, the limit and the format
 * @param position the last entry that was given, in the list's own terms
 */
public record Cursor(Snapshot snapshot, int question, String position) {

    private static final int FIXED_BYTES = Long.BYTES + Long.BYTES + Integer.BYTES;
    private static final int CHECK_BYTES = Integer.BYTES;

    public Cursor {
        Objects.requireNonNull(snapshot, "snapshot");
        Objects.requireNonNull(position, "position");
    }

    /** The opaque text. */
    public String encode() {
        byte[] place = position.getBytes(StandardCharsets.UTF_8);
        ByteBuffer buffer = ByteBuffer.allocate(FIXED_BYTES + place.length + CHECK_BYTES);
        buffer.putLong(snapshot.asOf().toEpochDay())
                .putLong(snapshot.seq())
                .putInt(question)
                .put(place);
        buffer.putInt(check(buffer));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(buffer.array());
    }

    /**
     * Reads a cursor; null if there is none.
     *
     * @param question the fingerprint of the question at hand
     * @throws ProblemException if it is not one of ours, or belongs to another question
     */
    public static @Nullable Cursor decode(@Nullable String text, int question) {
        if (text == null) {
            return null;
        }
        try {
            Cursor cursor = read(ByteBuffer.wrap(Base64.getUrlDecoder().decode(text)));
            if (cursor.question == question) {
                return cursor;
            }
        } catch (IllegalArgumentException | BufferUnderflowException | DateTimeException e) {
            throw refusal("is none of ours");
        }
        throw refusal("belongs to another question");
    }

    /**
     * The last entry that was given.
     *
     * @param read turns the list's own terms into it, throwing an IllegalArgumentException if they are none
     * @throws ProblemException if it does
     */
    public <T> T after(Function<String, T> read) {
        try {
            return read.apply(position);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw refusal("is none of ours");
        }
    }

    private static Cursor read(ByteBuffer buffer) {
        int end = buffer.limit() - CHECK_BYTES;
        buffer.position(Math.max(end, 0));
        int expected = buffer.getInt();
        buffer.position(end);
        if (check(buffer) != expected) {
            throw new IllegalArgumentException("The check sum is wrong");
        }
        buffer.rewind();
        LocalDate asOf = LocalDate.ofEpochDay(buffer.getLong());
        Snapshot snapshot = new Snapshot(asOf, buffer.getLong());
        int question = buffer.getInt();
        byte[] place = new byte[Math.max(end - FIXED_BYTES, 0)];
        buffer.get(place);
        return new Cursor(snapshot, question, new String(place, StandardCharsets.UTF_8));
    }

    /** Of all bytes before the buffer's position. */
    private static int check(ByteBuffer buffer) {
        CRC32 sum = new CRC32();
        sum.update(buffer.array(), 0, buffer.position());
        return (int) sum.getValue();
    }

    private static ProblemException refusal(String why) {
        return ProblemException.badValue(
                "cursor", "The cursor " + why + ". Take it from a link with rel next, or leave it out to begin again.");
    }
}
