package org.diachi.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * On what a measurement was made: what is read from {@code /proc}, what the virtual machine knows of itself, and the
 * versions of the programs that take part.
 *
 * @param facts names and values, in the order in which they are told
 */
public record MachineFacts(Map<String, String> facts) {

    private static final double KIB_PER_GIB = 1024.0 * 1024.0;

    public MachineFacts {
        facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
    }

    /** The facts as they are now; the load is that before the measurement. */
    public static MachineFacts read() {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("cpu", find("/proc/cpuinfo", "model name").orElse(System.getProperty("os.arch")));
        facts.put("cores", String.valueOf(Runtime.getRuntime().availableProcessors()));
        find("/proc/meminfo", "MemTotal").ifPresent(total -> facts.put("memory", gibibytes(total)));
        facts.put("kernel", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        facts.put("jdk", System.getProperty("java.vm.name") + " " + Runtime.version());
        facts.put("load before", String.join(" ", lines("/proc/loadavg")));
        return new MachineFacts(facts);
    }

    /** These facts and one more. */
    public MachineFacts with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(facts);
        more.put(name, value);
        return new MachineFacts(more);
    }

    /** These facts and the versions of a database. */
    public MachineFacts withDatabase(JdbcTemplate jdbc) {
        return with("postgresql", text(jdbc, "SHOW server_version"))
                .with("postgis", text(jdbc, "SELECT postgis_lib_version()"));
    }

    private static String text(JdbcTemplate jdbc, String sql) {
        return Optional.ofNullable(jdbc.queryForObject(sql, String.class)).orElse("unknown");
    }

    private static Optional<String> find(String file, String name) {
        return lines(file).stream()
                .filter(line -> line.startsWith(name))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst();
    }

    private static String gibibytes(String kibibytes) {
        long amount = Long.parseLong(kibibytes.replaceAll("\\D", ""));
        return "%.1f GiB".formatted(amount / KIB_PER_GIB);
    }

    private static List<String> lines(String file) {
        Path path = Path.of(file);
        try {
            return Files.exists(path) ? Files.readAllLines(path) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
