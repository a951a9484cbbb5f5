package org.diachi.place;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.LocalDate;
import javax.sql.DataSource;
import org.diachi.city.AddressGrammar;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The wards of the days that are asked for, held in memory until any place changes: whoever registers asks in which ward
 * a point lies. Thread-safe.
 */
public final class DailyWards {

    private static final int DAYS = 16;
    private static final int MOST_WARDS = 10_000;
    private static final String WARD = "ward";

    private final JdbcClient jdbc;
    private final PlaceReader reader;
    private final AddressGrammar grammar;
    private volatile Known known = Known.at(-1, 0);

    /** What is believed in a state of the places, as after an entry of the log. */
    private record Known(long placeState, long seq, Cache<LocalDate, Wards> days) {

        static Known at(long placeState, long seq) {
            return new Known(
                    placeState, seq, Caffeine.newBuilder().maximumSize(DAYS).build());
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
        Known now = jdbc.sql("SELECT place_state, seq FROM registry.log_head")
                .query((row, i) -> row.getLong("place_state") == before.placeState()
                        ? before
                        : Known.at(row.getLong("place_state"), row.getLong("seq")))
                .single();
        known = now;
        return now;
    }
}
