package org.diachi.search.index;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** Reads what {@link Encoder} wrote. */
final class Decoder {

    private final ByteBuffer bytes;

    Decoder(BytesRef bytes) {
        this.bytes = ByteBuffer.wrap(bytes.bytes, bytes.offset, bytes.length);
    }

    long number() {
        return bytes.getLong();
    }

    int small() {
        return bytes.getInt();
    }

    double real() {
        return bytes.getDouble();
    }

    @Nullable
    String text() {
        int length = bytes.getInt();
        if (length < 0) {
            return null;
        }
        String text = new String(bytes.array(), bytes.arrayOffset() + bytes.position(), length, StandardCharsets.UTF_8);
        bytes.position(bytes.position() + length);
        return text;
    }

    String needed() {
        return Objects.requireNonNull(text());
    }

    byte @Nullable [] bytes() {
        int length = bytes.getInt();
        if (length < 0) {
            return null;
        }
        byte[] value = new byte[length];
        bytes.get(value);
        return value;
    }

    @Nullable
    Long optional() {
        return bytes.get() == 0 ? null : Long.valueOf(bytes.getLong());
    }

    @Nullable
    Double optionalReal() {
        return bytes.get() == 0 ? null : Double.valueOf(bytes.getDouble());
    }

    <T> List<T> list(Function<Decoder, T> each) {
        int size = bytes.getInt();
        List<T> values = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            values.add(each.apply(this));
        }
        return values;
    }
}
