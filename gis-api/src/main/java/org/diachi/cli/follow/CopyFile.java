package org.diachi.cli.follow;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A copy of the feed in a file, one entry to a line. What a killed follower left unfinished is cut off first. */
public final class CopyFile implements Sink {

    private static final Pattern SEQ = Pattern.compile("^\\{\"seq\":([0-9]{1,18}),");
    private static final int BLOCK = 65_536;
    private static final int LONGEST_START = 40;

    private final FileChannel file;
    private long position;

    private CopyFile(FileChannel file, long position) {
        this.file = file;
        this.position = position;
    }

    /**
     * Opens a copy, or begins one.
     *
     * @throws IOException if the file cannot be written, or its last complete line is no entry of a feed
     */
    public static CopyFile open(Path path) throws IOException {
        FileChannel file =
                FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            long end = lineEnd(file, file.size());
            file.truncate(end);
            file.position(end);
            return new CopyFile(file, end == 0 ? 0 : lastSeq(file, end, path));
        } catch (IOException e) {
            file.close();
            throw e;
        }
    }

    /** Where the last complete line before a position ends; 0 if there is none. */
    private static long lineEnd(FileChannel file, long before) throws IOException {
        ByteBuffer block = ByteBuffer.allocate(BLOCK);
        for (long end = before; end > 0; end -= block.limit()) {
            block.clear().limit((int) Math.min(BLOCK, end));
            long start = end - block.limit();
            readFully(file, block, start);
            for (int i = block.limit() - 1; i >= 0; i--) {
                if (block.get(i) == '\n') {
                    return start + i + 1;
                }
            }
        }
        return 0;
    }

    private static void readFully(FileChannel file, ByteBuffer block, long from) throws IOException {
        while (block.hasRemaining()) {
            if (file.read(block, from + block.position()) < 0) {
                throw new IOException("The copy has become shorter while it was read");
            }
        }
    }

    private static long lastSeq(FileChannel file, long end, Path path) throws IOException {
        long start = lineEnd(file, end - 1);
        ByteBuffer begin = ByteBuffer.allocate((int) Math.min(LONGEST_START, end - start));
        readFully(file, begin, start);
        Matcher seq = SEQ.matcher(new String(begin.array(), StandardCharsets.UTF_8));
        if (!seq.find()) {
            throw new IOException(path + " is no copy of a change feed: its last line does not begin with a number");
        }
        return Long.parseLong(seq.group(1));
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public void take(byte[] lines, long next) throws IOException {
        ByteBuffer rest = ByteBuffer.wrap(lines);
        while (rest.hasRemaining()) {
            file.write(rest);
        }
        if (lines.length > 0) {
            file.force(false);
        }
        position = next;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
