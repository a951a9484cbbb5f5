package org.diachi.db;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/** Lets one caller at a time work on a cluster: between processes by a file lock, between threads by a Java lock. */
final class ClusterLock implements AutoCloseable {

    /** A file lock belongs to the whole process, so threads need a lock of their own. */
    private static final Map<Path, ReentrantLock> WITHIN_PROCESS = new ConcurrentHashMap<>();

    private final ReentrantLock threads;
    private final FileChannel file;

    private ClusterLock(ReentrantLock threads, FileChannel file) {
        this.threads = threads;
        this.file = file;
    }

    /** Waits until nobody else holds the lock. */
    static ClusterLock on(Path path) {
        ReentrantLock threads = WITHIN_PROCESS.computeIfAbsent(path, key -> new ReentrantLock());
        threads.lock();
        try {
            FileChannel file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            file.lock();
            return new ClusterLock(threads, file);
        } catch (AccessDeniedException e) {
            threads.unlock();
            throw new DatabaseSetupException(
                    path + " cannot be opened: the cluster belongs to another user. Call as that user or as root,"
                            + " or choose another folder with DIACHI_HOME.",
                    e);
        } catch (IOException e) {
            threads.unlock();
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            threads.unlock();
        }
    }
}
