package org.diachi.address;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.diachi.db.Where;
import org.diachi.value.AddressKind;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads the queue of things that were held back as possible duplicates. Thread-safe. */
public final class DuplicateQueue {

    private final JdbcTemplate jdbc;
    private final DuplicateCaseMapper mapper;

    /** @param srid of the storage CRS */
    public DuplicateQueue(DataSource dataSource, int srid) {
        this(new JdbcTemplate(dataSource), srid);
    }

    DuplicateQueue(JdbcTemplate jdbc, int srid) {
        this.jdbc = jdbc;
        this.mapper = new DuplicateCaseMapper(srid);
    }

    /**
     * Which cases are wanted; what is absent is no condition.
     *
     * @param ward id of the place in which the thing lies
     * @param after the case after which to go on
     */
    public record Query(
            DuplicateCase.@Nullable State state,
            @Nullable AddressKind kind,
            @Nullable Long ward,
            @Nullable Long after) {

        /** All that wait for a decision. */
        public static final Query OPEN = new Query(DuplicateCase.State.OPEN, null, null, null);
    }

    /** Cases in the order in which they were opened, at most so many. */
    public List<DuplicateCase> list(Query query, int limit) {
        Where where = new Where();
        if (query.state() != null) {
            where.and("state = ?", query.state().label());
        }
        if (query.kind() != null) {
            where.and("kind = ?", query.kind().label());
        }
        if (query.ward() != null) {
            where.and("ward = ?", query.ward());
        }
        where.and("id > ?", query.after() == null ? 0L : query.after());
        List<Object> binds = new ArrayList<>(where.values());
        binds.add(limit);
        String sql = "SELECT * FROM registry.duplicate_case WHERE " + where.sql() + " ORDER BY id LIMIT ?";
        return jdbc.query(sql, mapper, binds.toArray());
    }

    /** The case of that number. */
    public Optional<DuplicateCase> find(long id) {
        return jdbc.query("SELECT * FROM registry.duplicate_case WHERE id = ?", mapper, id).stream()
                .findFirst();
    }
}
