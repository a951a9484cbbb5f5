package org.diachi.source.flatgeobuf;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.diachi.source.FieldType;
import org.diachi.source.SourceField;
import org.diachi.source.text.Nfc;
import org.jspecify.annotations.Nullable;
import org.wololo.flatgeobuf.generated.ColumnType;
import org.wololo.flatgeobuf.generated.Feature;
import org.wololo.flatgeobuf.generated.Header;

/** Decodes the properties of features; each is a column number and a value of that column's type. */
final class PropertyDecoder {

    private static final int LEFT_OUT = -1;

    private final int[] types;

    /** Position of a column's field in a row, or {@link #LEFT_OUT}. */
    private final int[] positions;

    private final List<SourceField> fields = new ArrayList<>();

    PropertyDecoder(Header header) {
        types = new int[header.columnsLength()];
        positions = new int[types.length];
        List<String> names = new ArrayList<>();
        List<FieldType> fieldTypes = new ArrayList<>();
        for (int i = 0; i < types.length; i++) {
            types[i] = header.columns(i).type();
            positions[i] = types[i] == ColumnType.Binary ? LEFT_OUT : names.size();
            if (positions[i] != LEFT_OUT) {
                names.add(Nfc.of(header.columns(i).name()));
                fieldTypes.add(fieldType(types[i]));
            }
        }
        List<String> unique = SourceField.uniqueNames(names);
        for (int i = 0; i < unique.size(); i++) {
            fields.add(new SourceField(unique.get(i), fieldTypes.get(i)));
        }
    }

    /** Unsigned 64-bit numbers may exceed Long: they are text. */
    private static FieldType fieldType(int columnType) {
        return switch (columnType) {
            case ColumnType.Byte,
                    ColumnType.UByte,
                    ColumnType.Short,
                    ColumnType.UShort,
                    ColumnType.Int,
                    ColumnType.UInt,
                    ColumnType.Long -> FieldType.INTEGER;
            case ColumnType.Float, ColumnType.Double -> FieldType.NUMBER;
            case ColumnType.Bool -> FieldType.BOOLEAN;
            default -> FieldType.TEXT;
        };
    }

    List<SourceField> fields() {
        return fields;
    }

    @Nullable
    Object[] decode(Feature feature) {
        @Nullable Object[] values = new @Nullable Object[fields.size()];
        ByteBuffer in = feature.propertiesAsByteBuffer();
        if (in != null) {
            in.order(ByteOrder.LITTLE_ENDIAN);
            while (in.remaining() >= Short.BYTES) {
                int column = Short.toUnsignedInt(in.getShort());
                Object value = value(types[column], in);
                if (positions[column] != LEFT_OUT) {
                    values[positions[column]] = value;
                }
            }
        }
        return values;
    }

    private static Object value(int type, ByteBuffer in) {
        return switch (type) {
            case ColumnType.Byte -> (long) in.get();
            case ColumnType.UByte -> Byte.toUnsignedLong(in.get());
            case ColumnType.Bool -> in.get() != 0;
            case ColumnType.Short -> (long) in.getShort();
            case ColumnType.UShort -> Short.toUnsignedLong(in.getShort());
            case ColumnType.Int -> (long) in.getInt();
            case ColumnType.UInt -> Integer.toUnsignedLong(in.getInt());
            case ColumnType.Long -> in.getLong();
            case ColumnType.ULong -> unsigned(in.getLong());
            case ColumnType.Float -> (double) in.getFloat();
            case ColumnType.Double -> in.getDouble();
            default -> text(in);
        };
    }

    private static String unsigned(long bits) {
        return bits >= 0
                ? Long.toString(bits)
                : BigInteger.valueOf(bits)
                        .add(BigInteger.ONE.shiftLeft(Long.SIZE))
                        .toString();
    }

    private static String text(ByteBuffer in) {
        byte[] bytes = new byte[Math.min(in.getInt() & Integer.MAX_VALUE, in.remaining())];
        in.get(bytes);
        return Nfc.of(new String(bytes, StandardCharsets.UTF_8));
    }
}
