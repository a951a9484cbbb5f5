package org.diachi.db;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** How a private cluster weighs safety against speed, and how much of the machine it takes. */
enum ClusterSettings {
    /** Keeps what was committed, whatever happens to the machine. */
    DURABLE,
    /** For tests: nothing needs to survive a crash, and data files are small. */
    THROWAWAY;

    private static final long MEGABYTE = 1 << 20;

    /** The settings file of a server on the given port. */
    String toFile(int port) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("listen_addresses", "127.0.0.1");
        settings.put("port", String.valueOf(port));
        // A socket in the folder would fail wherever its path is longer than 107 bytes.
        settings.put("unix_socket_directories", "");
        settings.put("max_connections", "120");
        settings.put("timezone", "UTC");
        settings.put("log_timezone", "UTC");
        settings.put("log_min_messages", "warning");
        settings.put("jit", "off");
        settings.put("random_page_cost", "1.1");
        settings.put("effective_io_concurrency", "100");
        settings.put("wal_compression", "on");
        settings.put("max_wal_size", "4GB");
        settings.put("min_wal_size", "256MB");
        settings.put("checkpoint_timeout", "15min");
        putMemory(settings);
        if (this == THROWAWAY) {
            settings.put("fsync", "off");
            settings.put("synchronous_commit", "off");
            settings.put("full_page_writes", "off");
            settings.put("autovacuum_naptime", "10min");
        }
        return settings.entrySet().stream()
                .map(entry -> entry.getKey() + " = '" + entry.getValue() + "'\n")
                .collect(Collectors.joining(
                        "", "# Written at every start; your own settings belong in local.conf beside it.\n", ""));
    }

    private void putMemory(Map<String, String> settings) {
        long megabytes =
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize() / MEGABYTE;
        settings.put("shared_buffers", clamp(megabytes / 8, 64, this == DURABLE ? 2048 : 256) + "MB");
        settings.put("effective_cache_size", clamp(megabytes / 2, 256, 65_536) + "MB");
        settings.put("work_mem", clamp(megabytes / 512, 4, 32) + "MB");
        settings.put("maintenance_work_mem", clamp(megabytes / 32, 32, this == DURABLE ? 512 : 64) + "MB");
    }

    private static long clamp(long value, long least, long most) {
        return Math.max(least, Math.min(most, value));
    }
}
