package org.diachi.search.index;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes values one after the other into bytes, for {@link Decoder}. */
final class Encoder {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
    private final DataOutputStream out = new DataOutputStream(bytes);

    private interface Step {
        void write() throws IOException;
    }

    private Encoder write(Step step) {
        try {
            step.write();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Encoder number(long value) {
        return write(() -> out.writeLong(value));
    }

    Encoder small(int value) {
        return write(() -> out.writeInt(value));
    }

    Encoder real(double value) {
        return write(() -> out.writeDouble(value));
    }

    Encoder text(@Nullable String value) {
        return bytes(value == null ? null : value.getBytes(StandardCharsets.UTF_8));
    }

    Encoder bytes(byte @Nullable [] value) {
        return write(() -> {
            out.writeInt(value == null ? -1 : value.length);
            if (value != null) {
                out.write(value);
            }
        });
    }

    Encoder optional(@Nullable Long value) {
        return write(() -> {
            out.writeBoolean(value != null);
            if (value != null) {
                out.writeLong(value);
            }
        });
    }

    Encoder optionalReal(@Nullable Double value) {
        return write(() -> {
            out.writeBoolean(value != null);
            if (value != null) {
                out.writeDouble(value);
            }
        });
    }

    interface Each<T> {
        void write(Encoder encoder, T element);
    }

    <T> Encoder list(List<T> values, Each<T> each) {
        small(values.size());
        values.forEach(value -> each.write(this, value));
        return this;
    }

    byte[] toBytes() {
        return bytes.toByteArray();
    }
}
