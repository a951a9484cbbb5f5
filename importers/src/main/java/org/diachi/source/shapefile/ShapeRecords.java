package org.diachi.source.shapefile;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.diachi.source.BrokenFileException;
import org.jspecify.annotations.Nullable;

/**
 * The records of a {@code .shp} file in their order. The index decides where each begins, since edited files hold stale
 * records between the live ones. Without an index they follow one another, and what does not carry the next record number is
 * taken for bytes after the end.
 */
final class ShapeRecords implements Closeable {

    private static final int HEADER = 100;
    private static final int RECORD_HEADER = 8;
    private static final int MAGIC = 9994;
    private static final int WINDOW = 1 << 18;
    private static final ByteBuffer NO_SHAPE =
            ByteBuffer.allocate(Integer.BYTES).asReadOnlyBuffer();

    private final Path file;
    private final FileChannel channel;
    private final long end;
    private final int shapeType;
    private final @Nullable DataInputStream index;
    private final @Nullable Long count;
    private ByteBuffer window = ByteBuffer.allocate(WINDOW).limit(0);
    private long windowStart;
    private long position = HEADER;
    private long number;

    static ShapeRecords open(Path file, @Nullable Path indexFile) throws IOException {
        FileChannel channel = FileChannel.open(file);
        try {
            return new ShapeRecords(file, channel, indexFile);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private ShapeRecords(Path file, FileChannel channel, @Nullable Path indexFile) throws IOException {
        this.file = file;
        this.channel = channel;
        if (channel.size() < HEADER) {
            throw broken("It is shorter than the header of a shapefile", "");
        }
        ByteBuffer header = bytes(0, HEADER);
        long stated = Integer.toUnsignedLong(header.getInt(24)) * 2;
        if (header.getInt(0) != MAGIC) {
            throw broken("It does not begin like a shapefile", "byte 1");
        }
        if (stated > channel.size()) {
            throw broken("It is cut off: " + channel.size() + " of " + stated + " bytes are there", "");
        }
        this.end = stated < HEADER ? channel.size() : stated;
        this.shapeType = header.order(ByteOrder.LITTLE_ENDIAN).getInt(32);
        if (indexFile == null || Files.size(indexFile) < HEADER) {
            this.index = null;
            this.count = null;
        } else {
            this.index = new DataInputStream(new BufferedInputStream(Files.newInputStream(indexFile)));
            index.skipNBytes(HEADER);
            this.count = (Files.size(indexFile) - HEADER) / RECORD_HEADER;
        }
    }

    /** The shape type of the whole file. */
    int shapeType() {
        return shapeType;
    }

    /** How many records there are, if the index says so. */
    @Nullable
    Long count() {
        return count;
    }

    /** The content of the next record in little-endian order, valid until the next call; null after the last. */
    @Nullable
    ByteBuffer next() throws IOException {
        if (index != null) {
            try {
                position = Integer.toUnsignedLong(index.readInt()) * 2;
                index.readInt();
            } catch (EOFException e) {
                return null;
            }
        }
        if (index == null && position + RECORD_HEADER > end) {
            return null;
        }
        number++;
        if (position == 0) {
            return NO_SHAPE.duplicate().order(ByteOrder.LITTLE_ENDIAN);
        }
        if (position < HEADER || position + RECORD_HEADER > end) {
            throw damaged();
        }
        ByteBuffer header = bytes(position, RECORD_HEADER);
        if (index == null && header.getInt(0) != number) {
            return null;
        }
        int length = header.getInt(Integer.BYTES) * 2;
        if (length < Integer.BYTES || position + RECORD_HEADER + length > end) {
            throw damaged();
        }
        ByteBuffer content = bytes(position + RECORD_HEADER, length);
        position += RECORD_HEADER + length;
        return content.order(ByteOrder.LITTLE_ENDIAN);
    }

    private BrokenFileException damaged() {
        return new BrokenFileException(
                file,
                "A record is damaged or cut off" + (index == null ? "" : ", or the .shx file points to a wrong place"),
                "record " + number + ", byte " + (position + 1),
                "Copy or export it again with all its files" + (index == null ? "." : ", or try it without the .shx."));
    }

    private BrokenFileException broken(String what, String where) {
        return new BrokenFileException(file, what, where, "Copy or export it again with all its files.");
    }

    /** A big-endian view of some bytes. */
    private ByteBuffer bytes(long from, int length) throws IOException {
        if (from < windowStart || from + length > windowStart + window.limit()) {
            if (length > window.capacity()) {
                window = ByteBuffer.allocate(length);
            }
            window.clear();
            windowStart = from;
            for (int n = 0; n >= 0 && window.hasRemaining(); ) {
                n = channel.read(window, from + window.position());
            }
            window.flip();
        }
        return window.slice((int) (from - windowStart), length);
    }

    @Override
    public void close() throws IOException {
        channel.close();
        if (index != null) {
            index.close();
        }
    }
}
