package org.diachi.pack.file;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.diachi.pack.grid.ByteSink;

/** A piece of the file while it is being written, kept in a file of its own. Numbers have their lowest byte first. */
final class Section implements AutoCloseable {

    private static final int BUFFER = 1 << 16;

    private final Path file;
    private final OutputStream out;
    private final byte[] number = new byte[8];
    private long size;

    Section(Path folder) throws IOException {
        this.file = Files.createTempFile(folder, "section", ".tmp");
        this.out = new BufferedOutputStream(Files.newOutputStream(file), BUFFER);
    }

    long size() {
        return size;
    }

    void writeInt(int value) throws IOException {
        writeNumber(value, 4);
    }

    void writeLong(long value) throws IOException {
        writeNumber(value, 8);
    }

    private void writeNumber(long value, int bytes) throws IOException {
        for (int i = 0; i < bytes; i++) {
            number[i] = (byte) (value >>> (8 * i));
        }
        write(number, bytes);
    }

    void write(ByteSink sink) throws IOException {
        write(sink.array(), sink.size());
    }

    void write(byte[] bytes, int length) throws IOException {
        out.write(bytes, 0, length);
        size += length;
    }

    /** Nothing is written any more; gives all to the end of another file. */
    void moveTo(FileChannel target) throws IOException {
        out.close();
        try (FileChannel source = FileChannel.open(file, StandardOpenOption.READ)) {
            for (long at = 0; at < size; ) {
                at += source.transferTo(at, size - at, target);
            }
        }
    }

    /** Nothing is written any more; to read what has been. */
    FileChannel read() throws IOException {
        out.close();
        return FileChannel.open(file, StandardOpenOption.READ);
    }

    @Override
    public void close() throws IOException {
        out.close();
        Files.deleteIfExists(file);
    }
}
