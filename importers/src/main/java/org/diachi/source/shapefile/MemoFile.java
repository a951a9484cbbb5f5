package org.diachi.source.shapefile;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The long texts beside a dBase table: {@code .dbt} of dBase III and IV, {@code .fpt} of FoxPro. */
final class MemoFile implements Closeable {

    private static final int DBASE_BLOCK = 512;
    private static final int LONGEST = 16 << 20;
    private static final byte END_OF_TEXT = 0x1A;
    private static final int DBASE4_MARK = 0xFFFF0800;

    private final FileChannel channel;
    private final boolean foxPro;
    private final int blockSize;

    MemoFile(Path file, boolean foxPro) throws IOException {
        this.channel = FileChannel.open(file);
        this.foxPro = foxPro;
        int stated = foxPro ? Short.toUnsignedInt(read(6, 2).getShort()) : DBASE_BLOCK;
        this.blockSize = Math.max(1, stated);
    }

    /** The bytes of the text that begins at this block, or null where there is none. */
    byte @Nullable [] text(long block) throws IOException {
        long start = block * blockSize;
        if (block <= 0 || start + 2 * Integer.BYTES > channel.size()) {
            return null;
        }
        ByteBuffer head = read(start, 2 * Integer.BYTES);
        int mark = head.getInt();
        int length = head.getInt();
        if (foxPro) {
            return bytes(start + 2 * Integer.BYTES, length);
        }
        return mark == DBASE4_MARK
                ? bytes(start + 2 * Integer.BYTES, Integer.reverseBytes(length) - 2 * Integer.BYTES)
                : untilEnd(start);
    }

    private byte @Nullable [] bytes(long start, int length) throws IOException {
        if (length < 0 || length > LONGEST || start + length > channel.size()) {
            return null;
        }
        return read(start, length).array();
    }

    private byte[] untilEnd(long start) throws IOException {
        byte[] rest =
                read(start, (int) Math.min(LONGEST, channel.size() - start)).array();
        int end = 0;
        while (end < rest.length && rest[end] != END_OF_TEXT) {
            end++;
        }
        return Arrays.copyOf(rest, end);
    }

    private ByteBuffer read(long start, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length);
        for (int n = 0; n >= 0 && buffer.hasRemaining(); ) {
            n = channel.read(buffer, start + buffer.position());
        }
        return buffer.clear();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
