package org.diachi.view.counts;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.diachi.view.Coverage;
import org.diachi.view.Subject;
import org.diachi.view.TableView;
import org.jspecify.annotations.Nullable;

/**
 * How many address objects of which kind and status each ward has. Kept as what is gained and lost on each day, so that
 * back-dated and future-dated acts count from their day on and time may pass without a change.
 */
public final class AddressCounts extends TableView {

    private static final String COUNTS = """
            SELECT ward, kind, status, sum(gained) AS objects FROM view.address_counts
             WHERE day <= ? GROUP BY ward, kind, status HAVING sum(gained) <> 0 ORDER BY ward, kind, status
            """;

    public AddressCounts(DataSource dataSource) {
        super(dataSource);
    }

    /**
     * A number of objects.
     *
     * @param ward id of the place; absent outside all wards
     * @param kind label of the address kind
     * @param status label of the status
     */
    public record Count(@Nullable Long ward, String kind, String status, long objects) {

        public Count {
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(status, "status");
        }
    }

    @Override
    public String name() {
        return "address-counts";
    }

    @Override
    public Coverage coverage() {
        return Coverage.ofStates(Subject.BUILDING, Subject.BUSINESS, Subject.PUBLIC_SPACE)
                .ignoring("wards are counted by their id, whatever they are called", Subject.PLACE)
                .ignoring("features of layers have no address", Subject.FEATURE);
    }

    /** The counts of a day, as they are believed at the view's position. */
    public List<Count> list(LocalDate day) {
        return jdbc().sql(COUNTS)
                .param(day)
                .query((row, number) -> {
                    long ward = row.getLong("ward");
                    return new Count(
                            ward == 0 ? null : ward,
                            Objects.requireNonNull(row.getString("kind")),
                            Objects.requireNonNull(row.getString("status")),
                            row.getLong("objects"));
                })
                .list();
    }
}
