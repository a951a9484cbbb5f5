package org.diachi.place;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.LocalDate;
import javax.sql.DataSource;
import org.diachi.city.AddressGrammar;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The wards of the days that are asked for, held in memory until the log tells of a change of any place: whoever
 * registers asks in which ward a point lies. Thread-safe.
 */
public final class DailyWards {

    private static final int DAYS = 16;
    private static final int MOST_WARDS = 10_000;
    private static final String WARD = "ward";

    /** The planner must not think of the kind first: of places there are few, and of entries many. */
    private static final String NEWS = """
            SELECT head.seq, head.seq < known.seq
                   OR EXISTS (SELECT FROM registry.change c WHERE c.seq > known.seq AND c.kind = 'place' OFFSET 0) AS is_new
              FROM registry.log_head head, (VALUES (?::bigint)) AS known (seq)
            """;

    private final JdbcClient jdbc;
    private final PlaceReader reader;
    private final AddressGrammar grammar;
    private volatile Known known = Known.at(0);

    /** What is believed after an entry of the log, and after all others since that tell of no place. */
    private record Known(long seq, Cache<LocalDate, Wards> days) {

        static Known at(long seq) {
            return new Known(seq, Caffeine.newBuilder().maximumSize(DAYS).build());
        }
    }

    /** Wards of one register. */
    public DailyWards(DataSource dataSource, PlaceReader reader, AddressGrammar grammar) {
        this.jdbc = JdbcClient.create(dataSource);
        this.reader = reader;
        this.grammar = grammar;
    }

    /** The wards of a day, as they are believed now. */
    public Wards of(LocalDate day) {
        Known now = current();
        PlaceQuery query = new PlaceQuery(day, null, WARD, null, null, null);
        return now.days().get(day, any -> Wards.of(reader.list(query, now.seq(), MOST_WARDS, true), grammar));
    }

    private Known current() {
        Known before = known;
        Known now = jdbc.sql(NEWS)
                .param(before.seq())
                .query((row, i) -> row.getBoolean("is_new")
                        ? Known.at(row.getLong("seq"))
                        : new Known(row.getLong("seq"), before.days()))
                .single();
        // What a transaction sees before its end may never come to be: a rehearsal is taken back.
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            known = now;
        }
        return now;
    }
}
