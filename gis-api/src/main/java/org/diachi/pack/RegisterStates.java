package org.diachi.pack;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.diachi.pack.PackRows.Drafts;
import org.diachi.pack.file.Pack;
import org.diachi.pack.file.PackHead;
import org.diachi.pack.file.PackRow;
import org.diachi.registry.Registry;
import org.diachi.value.Crs;
import org.jspecify.annotations.Nullable;

/**
 * Layers in states that no pack has: as they were known once, and with plans that are being drafted. They are read from the
 * register for a part of the ground, for one picture no more than fits in a few dozen megabytes and some seconds. Thread-safe.
 */
public final class RegisterStates {

    private static final int MOST_ROWS = 40_000;

    /** Of 8 bytes, and as much again while they are drawn. */
    private static final int MOST_POINTS = 2_000_000;

    private static final int MOST_SECONDS = 10;

    /** PostgreSQL, appendix A: query_canceled. */
    private static final String CANCELLED = "57014";

    private final DataSource dataSource;
    private final Crs storage;
    private final int mostRows;

    /** The states of a register. */
    public RegisterStates(Registry registry) {
        this(registry, MOST_ROWS);
    }

    /** @param mostRows that are read for a picture */
    RegisterStates(Registry registry, int mostRows) {
        this.mostRows = mostRows;
        this.dataSource = registry.dataSource();
        this.storage = registry.profile().storageCrs();
    }

    /** What one picture needs of a part of the ground, layer by layer. */
    public Reading read(GroundPart part) {
        return new Reading(part);
    }

    /** Reads layers for one picture, which together must not be too much. For one thread. */
    public final class Reading {

        private final GroundPart part;
        private final long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(MOST_SECONDS);
        private int rows;
        private int points;

        private Reading(GroundPart part) {
            this.part = part;
        }

        /**
         * A layer as it was known once.
         *
         * @param seq the last entry of the log that counts
         * @param withDrafts whether with plans that are being drafted at present
         * @return nothing outside of the part
         * @throws TooMuchGroundException if there is too much of it
         */
        public PackState known(PackLayer layer, long seq, boolean withDrafts) {
            return inTime(connection -> {
                List<PackRow> found = new ArrayList<>();
                Drafts drafts = withDrafts ? Drafts.TAKEN : Drafts.LEFT_OUT;
                new PackRows(connection, layer, storage, seq, drafts).forEach(part, row -> add(row, found));
                Pack nothing = Pack.empty(new PackHead("", "", seq, "", LocalDate.EPOCH, layer.columns()));
                Overlay overlay = Overlay.empty().with(nothing, seq, List.of(), found);
                return new PackState(layer, nothing, overlay, seq, seq);
            });
        }

        /**
         * A layer with what plans that are being drafted have on the part.
         *
         * @throws TooMuchGroundException if there is too much of it
         */
        public PackState withDrafts(PackState state) {
            if (!state.layer().isOfCatalogue()) {
                return state;
            }
            return inTime(connection -> {
                List<PackRow> drafted = new ArrayList<>();
                rows(connection, state, Drafts.ALONE).forEach(part, row -> add(row, drafted));
                if (drafted.isEmpty()) {
                    return state;
                }
                Set<Long> ids = drafted.stream().map(PackRow::id).collect(Collectors.toSet());
                // What was something else before it was drafted is known to the pack by other days.
                List<PackRow> all = new ArrayList<>();
                rows(connection, state, Drafts.TAKEN)
                        .forEach(ids.stream().map(String::valueOf).toList(), row -> add(row, all));
                Overlay overlay = state.overlay().with(state.base(), state.seq(), ids, all);
                return new PackState(state.layer(), state.base(), overlay, state.seq(), state.changed());
            });
        }

        private PackRows rows(Connection connection, PackState state, Drafts drafts) throws SQLException {
            return new PackRows(connection, state.layer(), storage, state.seq(), drafts);
        }

        private void add(PackRow row, List<PackRow> found) {
            rows++;
            points += row.shape().points();
            if (rows > mostRows || points > MOST_POINTS) {
                throw new TooMuchGroundException("There is more here than " + mostRows + " objects or " + MOST_POINTS
                        + " points, too much to be read from the register for one picture. Ask for a smaller part.");
            }
            if (System.nanoTime() > end) {
                throw tooSlow(null);
            }
            found.add(row);
        }

        private PackState inTime(Question question) {
            long left = Math.max(1, TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime()));
            try (Connection connection = dataSource.getConnection()) {
                connection.setAutoCommit(false);
                try (var limit = connection.createStatement()) {
                    limit.execute("SET TRANSACTION READ ONLY; SET LOCAL statement_timeout = " + left);
                    return question.ask(connection);
                } finally {
                    connection.rollback();
                }
            } catch (SQLException e) {
                if (CANCELLED.equals(e.getSQLState())) {
                    throw tooSlow(e);
                }
                throw new IllegalStateException("The register cannot be read for a picture", e);
            }
        }
    }

    private static TooMuchGroundException tooSlow(@Nullable SQLException cause) {
        return new TooMuchGroundException(
                "Reading it from the register takes longer than " + MOST_SECONDS
                        + " seconds. Ask for a smaller part, or for fewer layers.",
                cause);
    }

    @FunctionalInterface
    private interface Question {
        PackState ask(Connection connection) throws SQLException;
    }
}
