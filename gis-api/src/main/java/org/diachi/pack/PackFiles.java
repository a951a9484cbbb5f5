package org.diachi.pack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.diachi.pack.file.Pack;
import org.diachi.pack.file.PackBuilder;
import org.diachi.pack.file.PackHead;
import org.diachi.value.Crs;
import org.diachi.view.LogTrace;

/**
 * The files of the packs of one register: written, found again, and thrown away when newer ones are there. Processes share
 * them without agreeing, since a file never changes once it is there. Thread-safe.
 */
final class PackFiles {

    /** To be changed whenever packs are written otherwise, so that every node writes its own anew. */
    private static final String FORMAT = "2";

    private static final String SUFFIX = ".pack";

    private final DataSource dataSource;
    private final Crs storage;
    private final LogTrace log;
    private final Path folder;
    private final String register;

    PackFiles(DataSource dataSource, Crs storage, LogTrace log, Path home) {
        this.dataSource = dataSource;
        this.storage = storage;
        this.log = log;
        this.register = log.identity();
        this.folder = home.resolve(register);
    }

    /** The newest pack of a layer that is one of this log. */
    Optional<Pack> find(PackLayer layer) throws IOException {
        for (Path file : files(layer)) {
            PackHead head = Pack.readHead(file);
            if (head.format().equals(FORMAT)
                    && head.register().equals(register)
                    && head.columns().equals(layer.columns())
                    && log.isAt(head.seq(), head.at())) {
                return Optional.of(Pack.open(file));
            }
        }
        return Optional.empty();
    }

    /** The newest first. */
    private List<Path> files(PackLayer layer) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        String pattern = Pattern.quote(layer.collection() + ".") + "\\d+" + SUFFIX;
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> file.getFileName().toString().matches(pattern))
                    .sorted(Comparator.comparingLong(PackFiles::seq).reversed())
                    .toList();
        }
    }

    private static long seq(Path file) {
        String[] parts = file.getFileName().toString().split("\\.", -1);
        return Long.parseLong(parts[1]);
    }

    /** Writes the pack of a layer as it is now. */
    Pack write(PackLayer layer) throws IOException, SQLException {
        Files.createDirectories(folder);
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            try {
                return write(layer, connection);
            } finally {
                connection.rollback();
            }
        }
    }

    private Pack write(PackLayer layer, Connection connection) throws IOException, SQLException {
        long seq = head(connection);
        PackHead head =
                new PackHead(FORMAT, register, seq, log.timeOf(seq), PlanFeatures.today(connection), layer.columns());
        List<Path> older = new ArrayList<>(files(layer));
        Path file = folder.resolve(layer.collection() + "." + seq + SUFFIX);
        try (PackBuilder builder = new PackBuilder(folder, head, layer.sharesBorders())) {
            new PackRows(connection, layer, storage, seq).forEach(builder::add);
            builder.write(file);
        }
        older.remove(file);
        for (Path old : older) {
            // Who has it mapped keeps it.
            Files.deleteIfExists(old);
        }
        return Pack.open(file);
    }

    private static long head(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement("SELECT seq FROM registry.log_head");
                var rows = statement.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
