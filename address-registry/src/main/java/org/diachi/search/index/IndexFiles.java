package org.diachi.search.index;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;
import org.jspecify.annotations.Nullable;

/**
 * The files of an index, open. The first process that comes writes them; others read what it has committed. Files that
 * cannot be read are dropped: an index can be built again.
 */
final class IndexFiles implements Closeable {

    private static final double BUFFER_MEGABYTES = 64;

    private final Directory directory;
    private final @Nullable IndexWriter writer;
    private final SearcherManager searchers;

    private IndexFiles(Directory directory, @Nullable IndexWriter writer, SearcherManager searchers) {
        this.directory = directory;
        this.writer = writer;
        this.searchers = searchers;
    }

    /** Opens the files in a folder; empty if another process is about to write the first of them. */
    static Optional<IndexFiles> open(Path folder) {
        try {
            Files.createDirectories(folder);
            return open(FSDirectory.open(folder));
        } catch (IOException e) {
            throw new UncheckedIOException("The search index in " + folder + " cannot be opened", e);
        }
    }

    private static Optional<IndexFiles> open(Directory directory) throws IOException {
        try {
            IndexWriter writer = new IndexWriter(directory, settings(IndexWriterConfig.OpenMode.CREATE_OR_APPEND));
            return Optional.of(new IndexFiles(directory, writer, new SearcherManager(writer, new BoxSearchers())));
        } catch (LockObtainFailedException e) {
            return openToRead(directory);
        } catch (CorruptIndexException | IndexFormatTooOldException | IndexFormatTooNewException e) {
            IndexWriter writer = new IndexWriter(directory, settings(IndexWriterConfig.OpenMode.CREATE));
            return Optional.of(new IndexFiles(directory, writer, new SearcherManager(writer, new BoxSearchers())));
        }
    }

    private static Optional<IndexFiles> openToRead(Directory directory) throws IOException {
        try {
            return Optional.of(new IndexFiles(directory, null, new SearcherManager(directory, new BoxSearchers())));
        } catch (IndexNotFoundException e) {
            directory.close();
            return Optional.empty();
        }
    }

    /** Nothing is kept that was not committed on purpose. */
    private static IndexWriterConfig settings(IndexWriterConfig.OpenMode mode) {
        return new IndexWriterConfig().setOpenMode(mode).setCommitOnClose(false).setRAMBufferSizeMB(BUFFER_MEGABYTES);
    }

    /** What writes; empty if another process does. */
    Optional<IndexWriter> writer() {
        return Optional.ofNullable(writer);
    }

    SearcherManager searchers() {
        return searchers;
    }

    /** What was noted at the last commit. */
    Map<String, String> notes() throws IOException {
        if (!DirectoryReader.indexExists(directory)) {
            return Map.of();
        }
        return DirectoryReader.listCommits(directory).stream()
                .reduce((first, last) -> last)
                .map(commit -> {
                    try {
                        return commit.getUserData();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                .orElse(Map.of());
    }

    /** Makes durable what was written, with notes. */
    void commit(Map<String, String> notes) throws IOException {
        IndexWriter open = writer().orElseThrow();
        open.setLiveCommitData(new HashMap<>(notes).entrySet());
        open.commit();
    }

    @Override
    public void close() throws IOException {
        searchers.close();
        if (writer != null) {
            writer.close();
        }
        directory.close();
    }
}
