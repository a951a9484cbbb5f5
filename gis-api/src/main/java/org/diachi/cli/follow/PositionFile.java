package org.diachi.cli.follow;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** How far a follower has come, in a file that is always whole: it is replaced, never written over. */
public final class PositionFile {

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

    private final Path file;

    /** @param file need not exist yet */
    public PositionFile(Path file) {
        this.file = file.toAbsolutePath();
    }

    /**
     * The last entry that has arrived; absent while there is no file.
     *
     * @throws IOException if the file holds something else than a number
     */
    OptionalLong read() throws IOException {
        if (!Files.exists(file)) {
            return OptionalLong.empty();
        }
        String text = Files.readString(file).strip();
        if (!NUMBER.matcher(text).matches()) {
            throw new IOException(file + " holds no number of an entry; mend or remove it");
        }
        return OptionalLong.of(Long.parseLong(text));
    }

    void write(long position) throws IOException {
        Path next = file.resolveSibling(file.getFileName() + ".next");
        try (FileChannel channel = FileChannel.open(
                next, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            ByteBuffer text = ByteBuffer.wrap((position + "\n").getBytes(StandardCharsets.UTF_8));
            while (text.hasRemaining()) {
                channel.write(text);
            }
            channel.force(true);
        }
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
