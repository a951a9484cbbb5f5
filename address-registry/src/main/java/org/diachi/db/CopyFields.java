package org.diachi.db;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Fields of rows as binary COPY takes them, one after the other; a null is a field too. The format is that of the
 * PostgreSQL documentation of COPY, "Binary Format"; each type as its receive function reads it.
 */
public final class CopyFields implements RowFields {

    private static final int TEXT_OID = 25;
    private static final LocalDate DAY_ZERO = LocalDate.of(2000, 1, 1);
    private static final Instant TIME_ZERO = Instant.parse("2000-01-01T00:00:00Z");

    private int count;
    private ByteBuffer buffer;

    /** @param bytes how much room there is at first; it grows as needed */
    public CopyFields(int bytes) {
        this.buffer = ByteBuffer.allocate(bytes);
    }

    /** Some fields, encoded. */
    public static final class Encoded {

        private final int count;
        private final byte[] bytes;

        private Encoded(int count, byte[] bytes) {
            this.count = count;
            this.bytes = bytes;
        }
    }

    /** Takes the fields out; there are none afterwards. */
    public Encoded take() {
        byte[] bytes = new byte[buffer.position()];
        buffer.flip().get(bytes);
        Encoded taken = new Encoded(count, bytes);
        clear();
        return taken;
    }

    /** Fields that were encoded before. */
    public CopyFields encoded(Encoded fields) {
        count += fields.count;
        room(fields.bytes.length).put(fields.bytes);
        return this;
    }

    @Override
    public CopyFields text(@Nullable String value) {
        return value == null ? none() : bytes(value.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public CopyFields integer(int value) {
        field(Integer.BYTES).putInt(value);
        return this;
    }

    @Override
    public CopyFields bigint(@Nullable Long value) {
        if (value == null) {
            return none();
        }
        field(Long.BYTES).putLong(value);
        return this;
    }

    @Override
    public CopyFields real(@Nullable Double value) {
        if (value == null) {
            return none();
        }
        field(Float.BYTES).putFloat(value.floatValue());
        return this;
    }

    @Override
    public CopyFields date(@Nullable LocalDate value) {
        if (value == null) {
            return none();
        }
        field(Integer.BYTES).putInt(Math.toIntExact(ChronoUnit.DAYS.between(DAY_ZERO, value)));
        return this;
    }

    @Override
    public CopyFields timestamp(Instant value) {
        field(Long.BYTES).putLong(ChronoUnit.MICROS.between(TIME_ZERO, value));
        return this;
    }

    @Override
    public CopyFields jsonb(@Nullable String json) {
        if (json == null) {
            return none();
        }
        byte[] text = json.getBytes(StandardCharsets.UTF_8);
        field(1 + text.length).put((byte) 1).put(text);
        return this;
    }

    @Override
    public CopyFields texts(List<String> values) {
        if (values.isEmpty()) {
            return none();
        }
        List<byte[]> texts = values.stream()
                .map(value -> value.getBytes(StandardCharsets.UTF_8))
                .toList();
        int size = texts.stream().mapToInt(text -> Integer.BYTES + text.length).sum();
        ByteBuffer field = field(5 * Integer.BYTES + size);
        field.putInt(1).putInt(0).putInt(TEXT_OID).putInt(texts.size()).putInt(1);
        texts.forEach(text -> field.putInt(text.length).put(text));
        return this;
    }

    @Override
    public CopyFields bytes(byte @Nullable [] value) {
        if (value == null) {
            return none();
        }
        field(value.length).put(value);
        return this;
    }

    private CopyFields none() {
        count++;
        room(Integer.BYTES).putInt(-1);
        return this;
    }

    private ByteBuffer field(int length) {
        count++;
        return room(Integer.BYTES + length).putInt(length);
    }

    /** How many fields there are. */
    int count() {
        return count;
    }

    int size() {
        return buffer.position();
    }

    byte[] array() {
        return buffer.array();
    }

    void clear() {
        count = 0;
        buffer.clear();
    }

    /** What stands between fields: room for so many bytes. */
    ByteBuffer room(int bytes) {
        if (buffer.remaining() < bytes) {
            ByteBuffer larger = ByteBuffer.allocate(Math.max(2 * buffer.capacity(), buffer.position() + bytes));
            buffer = larger.put(buffer.flip());
        }
        return buffer;
    }
}
