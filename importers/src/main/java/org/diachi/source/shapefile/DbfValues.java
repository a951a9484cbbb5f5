package org.diachi.source.shapefile;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.diachi.source.FieldType;
import org.diachi.source.RowProblem;
import org.diachi.source.RowProblem.Rule;
import org.diachi.source.SourceField;
import org.diachi.source.text.Nfc;
import org.diachi.source.text.NumberText;
import org.jspecify.annotations.Nullable;

/** Decodes the values of dBase records. */
final class DbfValues implements Closeable {

    private static final int LONG_POINTER = 10;

    private final List<DbfField> columns;
    private final List<SourceField> fields;
    private final Charset charset;
    private final @Nullable MemoFile memos;

    DbfValues(List<DbfField> columns, Charset charset, @Nullable MemoFile memos) {
        this.columns = columns;
        this.charset = charset;
        this.memos = memos;
        List<String> names = SourceField.uniqueNames(columns.stream()
                .map(column -> Nfc.of(new String(column.rawName(), charset)).strip())
                .toList());
        List<SourceField> built = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            built.add(new SourceField(names.get(i), columns.get(i).fieldType()));
        }
        this.fields = List.copyOf(built);
    }

    List<SourceField> fields() {
        return fields;
    }

    Charset charset() {
        return charset;
    }

    /** The values of a record; what cannot be read becomes null and a problem. */
    @Nullable
    Object[] decode(long rowNumber, byte[] record, List<RowProblem> problems) throws IOException {
        @Nullable Object[] values = new @Nullable Object[columns.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = value(columns.get(i), record);
            if (values[i] == null && columns.get(i).fieldType() != FieldType.TEXT) {
                reportUnlessBlank(rowNumber, i, record, problems);
            } else if (values[i] instanceof String text && text.indexOf('\uFFFD') >= 0) {
                problems.add(new RowProblem(
                        rowNumber,
                        fields.get(i).name(),
                        text,
                        Rule.TEXT_UNDECODABLE,
                        "Some bytes mean nothing in " + charset.name() + "; check the encoding, or the column cuts a"
                                + " letter in two."));
            }
        }
        return values;
    }

    /** Blanks, asterisks, question marks and a date of zeros are the null values of dBase programs. */
    private void reportUnlessBlank(long rowNumber, int index, byte[] record, List<RowProblem> problems) {
        String raw = ascii(columns.get(index), record);
        if (!raw.isEmpty() && !raw.startsWith("*") && !raw.equals("?") && !raw.matches("0{8}|-")) {
            problems.add(new RowProblem(
                    rowNumber,
                    fields.get(index).name(),
                    raw,
                    Rule.VALUE_UNREADABLE,
                    "The column is of type " + fields.get(index).type() + "; correct the value."));
        }
    }

    private @Nullable Object value(DbfField column, byte[] record) throws IOException {
        return switch (column.type()) {
            case 'N', 'F' -> number(column, record);
            case 'L' -> logical(ascii(column, record));
            case 'D' -> date(ascii(column, record));
            case 'M' -> memo(column, record);
            case 'I', '+' -> (long) binary(column, record).getInt();
            case 'O', 'B' ->
                column.length() == Double.BYTES
                        ? (Double) binary(column, record).getDouble()
                        : null;
            default -> text(record, column.offset(), column.length());
        };
    }

    private static ByteBuffer binary(DbfField column, byte[] record) {
        return ByteBuffer.wrap(record, column.offset(), column.length()).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static String ascii(DbfField column, byte[] record) {
        return new String(record, column.offset(), column.length(), StandardCharsets.ISO_8859_1)
                .replace('\0', ' ')
                .strip();
    }

    private static @Nullable Object number(DbfField column, byte[] record) {
        Double number = NumberText.parse(ascii(column, record).replace(',', '.'), '.');
        if (number == null || column.fieldType() == FieldType.NUMBER) {
            return number;
        }
        long whole = Math.round(number);
        String text = ascii(column, record);
        return text.matches("[+-]?\\d+") ? Long.valueOf(text) : whole == number ? Long.valueOf(whole) : null;
    }

    private static @Nullable Boolean logical(String text) {
        return switch (text) {
            case "T", "t", "Y", "y", "1" -> Boolean.TRUE;
            case "F", "f", "N", "n", "0" -> Boolean.FALSE;
            default -> null;
        };
    }

    private static @Nullable LocalDate date(String text) {
        try {
            return LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private @Nullable String memo(DbfField column, byte[] record) throws IOException {
        if (memos == null) {
            return null;
        }
        Double block = column.length() == LONG_POINTER
                ? NumberText.parse(ascii(column, record), '.')
                : Double.valueOf(binary(column, record).getInt());
        byte[] bytes = block == null ? null : memos.text(block.longValue());
        return bytes == null ? null : text(bytes, 0, bytes.length);
    }

    private @Nullable String text(byte[] bytes, int offset, int length) {
        int end = offset + length;
        while (end > offset && (bytes[end - 1] == ' ' || bytes[end - 1] == 0)) {
            end--;
        }
        String text = new String(bytes, offset, end - offset, charset).strip();
        return text.isEmpty() ? null : Nfc.of(text);
    }

    @Override
    public void close() throws IOException {
        if (memos != null) {
            memos.close();
        }
    }
}
