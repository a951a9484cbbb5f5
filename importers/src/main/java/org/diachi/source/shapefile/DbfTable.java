package org.diachi.source.shapefile;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.diachi.source.BrokenFileException;

/** The records of a dBase table, one at a time. */
final class DbfTable implements Closeable {

    private static final int HEADER = 32;
    private static final int DESCRIPTOR = 32;
    private static final int NAME = 11;
    private static final byte END_OF_FIELDS = 0x0D;
    private static final byte END_OF_FILE = 0x1A;
    private static final byte DELETED = '*';

    private final Path file;
    private final InputStream in;
    private final int language;
    private final long count;
    private final List<DbfField> fields = new ArrayList<>();
    private final byte[] record;
    private long number;

    static DbfTable open(Path file) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        try {
            return new DbfTable(file, in);
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
    }

    private DbfTable(Path file, InputStream in) throws IOException {
        this.file = file;
        this.in = in;
        ByteBuffer header = read(HEADER);
        this.count = Integer.toUnsignedLong(header.getInt(4));
        int headerLength = Short.toUnsignedInt(header.getShort(8));
        int recordLength = Short.toUnsignedInt(header.getShort(10));
        this.language = header.get(29) & 0xFF;
        if (headerLength <= HEADER || recordLength == 0) {
            throw broken("Its header is damaged", "byte 9");
        }
        ByteBuffer descriptors = read(headerLength - HEADER);
        int offset = 1;
        while (descriptors.remaining() >= DESCRIPTOR && descriptors.get(descriptors.position()) != END_OF_FIELDS) {
            DbfField field = field(descriptors, offset);
            fields.add(field);
            offset += field.length();
        }
        if (offset > recordLength) {
            throw broken("Its columns are longer than its records", "byte 11");
        }
        this.record = new byte[recordLength];
    }

    private static DbfField field(ByteBuffer descriptors, int offset) {
        int start = descriptors.position();
        byte[] name = new byte[NAME];
        descriptors.get(name);
        int end = 0;
        while (end < NAME && name[end] != 0) {
            end++;
        }
        char type = (char) descriptors.get(start + 11);
        int length = Byte.toUnsignedInt(descriptors.get(start + 16));
        int decimals = Byte.toUnsignedInt(descriptors.get(start + 17));
        descriptors.position(start + DESCRIPTOR);
        // Clipper and FoxPro keep the high byte of long text columns where others keep the decimals.
        boolean longText = type == 'C';
        return new DbfField(
                Arrays.copyOf(name, end),
                type,
                offset,
                longText ? length + 256 * decimals : length,
                longText ? 0 : decimals);
    }

    private ByteBuffer read(int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw broken("Its header is cut off", "");
        }
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private BrokenFileException broken(String what, String where) {
        return new BrokenFileException(file, what, where, "Copy or export it again with all its files.");
    }

    /** The language driver byte, 0 if it says nothing. */
    int language() {
        return language;
    }

    /** Records the header announces, deleted ones included. */
    long count() {
        return count;
    }

    List<DbfField> fields() {
        return fields;
    }

    /** Steps to the next record; false after the last. */
    boolean next() throws IOException {
        if (number >= count) {
            return false;
        }
        int n = in.readNBytes(record, 0, record.length);
        if (n > 0 && n < record.length && record[0] == END_OF_FILE || n == 0) {
            throw broken("It is cut off: its header announces " + count + " records", "after record " + number);
        }
        // Some programs leave the trailing blanks of the last record out.
        Arrays.fill(record, n, record.length, (byte) ' ');
        number++;
        return true;
    }

    /** Whether the present record is marked as deleted. */
    boolean isDeleted() {
        return record[0] == DELETED;
    }

    /** The bytes of the present record, valid until the next step. */
    byte[] record() {
        return record;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
