package org.diachi.pack;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.diachi.pack.PackRows.Drafts;
import org.diachi.pack.file.Pack;
import org.diachi.pack.file.PackHead;
import org.diachi.pack.file.PackRow;
import org.diachi.registry.Registry;
import org.diachi.value.Crs;

/**
 * Layers in states that no pack has: as they were known once, and with plans that are being drafted. They are read from the
 * register for a part of the ground, no more of it than fits in a few dozen megabytes. Thread-safe.
 */
public final class RegisterStates {

    /** Rows of one layer. */
    private static final int MOST_ROWS = 40_000;

    /** Points of one layer, of 8 bytes and as much again while they are drawn. */
    private static final int MOST_POINTS = 2_000_000;

    private static final int MOST_SECONDS = 10;

    /** PostgreSQL, appendix A: query_canceled. */
    private static final String CANCELLED = "57014";

    private final DataSource dataSource;
    private final Crs storage;

    /** The states of a register. */
    public RegisterStates(Registry registry) {
        this.dataSource = registry.dataSource();
        this.storage = registry.profile().storageCrs();
    }

    /**
     * A layer as it was known once.
     *
     * @param seq the last entry of the log that counts
     * @param withDrafts whether with plans that are being drafted at present
     * @return nothing outside of the part
     * @throws TooMuchGroundException if there is too much of it
     */
    public PackState known(PackLayer layer, GroundPart part, long seq, boolean withDrafts) {
        return reading(connection -> {
            Rows rows = new Rows();
            Drafts drafts = withDrafts ? Drafts.TAKEN : Drafts.LEFT_OUT;
            new PackRows(connection, layer, storage, seq, drafts).forEach(part, rows::add);
            Pack nothing = Pack.empty(new PackHead("", "", seq, "", LocalDate.EPOCH, layer.columns()));
            return new PackState(layer, nothing, Overlay.empty().with(nothing, seq, List.of(), rows.all), seq, seq);
        });
    }

    /**
     * A layer with what plans that are being drafted have on a part of the ground.
     *
     * @throws TooMuchGroundException if there is too much of it
     */
    public PackState withDrafts(PackState state, GroundPart part) {
        if (!state.layer().isOfCatalogue()) {
            return state;
        }
        return reading(connection -> {
            Rows found = new Rows();
            new PackRows(connection, state.layer(), storage, state.seq(), Drafts.ALONE).forEach(part, found::add);
            if (found.all.isEmpty()) {
                return state;
            }
            Set<Long> ids = new HashSet<>();
            found.all.forEach(row -> ids.add(row.id()));
            // Of what a plan has had before it was drafted anew the pack knows other days.
            Rows rows = new Rows();
            new PackRows(connection, state.layer(), storage, state.seq(), Drafts.TAKEN)
                    .forEach(ids.stream().map(String::valueOf).toList(), rows::add);
            Overlay overlay = state.overlay().with(state.base(), state.seq(), ids, rows.all);
            return new PackState(state.layer(), state.base(), overlay, state.seq(), state.changed());
        });
    }

    /** Rows that are counted while they are read. */
    private static final class Rows {

        private final List<PackRow> all = new ArrayList<>();
        private int points;

        void add(PackRow row) {
            points += row.shape().points();
            if (all.size() >= MOST_ROWS || points > MOST_POINTS) {
                throw new TooMuchGroundException("There is more here than " + MOST_ROWS + " objects or " + MOST_POINTS
                        + " points, too much to be read from the register for one picture. Ask for a smaller part.");
            }
            all.add(row);
        }
    }

    @FunctionalInterface
    private interface Reading {
        PackState read(Connection connection) throws SQLException;
    }

    private PackState reading(Reading reading) {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try (var limit = connection.createStatement()) {
                limit.execute("SET TRANSACTION READ ONLY; SET LOCAL statement_timeout = '" + MOST_SECONDS + "s'");
                return reading.read(connection);
            } finally {
                connection.rollback();
            }
        } catch (SQLException e) {
            if (CANCELLED.equals(e.getSQLState())) {
                throw new TooMuchGroundException(
                        "Reading it from the register takes longer than " + MOST_SECONDS
                                + " seconds. Ask for a smaller part.",
                        e);
            }
            throw new IllegalStateException("The register cannot be read for a picture", e);
        }
    }
}
