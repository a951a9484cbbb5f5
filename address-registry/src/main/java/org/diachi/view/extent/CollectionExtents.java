package org.diachi.view.extent;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.diachi.value.Period;
import org.diachi.view.Coverage;
import org.diachi.view.Subject;
import org.diachi.view.TableView;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;

/** What each collection covers: the addresses, the places and every layer. */
public final class CollectionExtents extends TableView {

    /** The collection of all address objects. */
    public static final String ADDRESSES = "addresses";

    /** The collection of all administrative units. */
    public static final String PLACES = "places";

    public CollectionExtents(DataSource dataSource) {
        super(dataSource);
    }

    /**
     * What a collection covers.
     *
     * @param box in the storage CRS, x before y; absent if nothing in it has a shape
     * @param valid from the first day of any state to the end of the last
     */
    public record Extent(@Nullable Envelope box, Period valid) {

        public Extent {
            Objects.requireNonNull(valid, "valid");
        }
    }

    @Override
    public String name() {
        return "collection-extents";
    }

    @Override
    public Coverage coverage() {
        return Coverage.ofStates(
                Subject.BUILDING, Subject.BUSINESS, Subject.PUBLIC_SPACE, Subject.PLACE, Subject.FEATURE);
    }

    /** What a collection covers at the view's position; empty if there is nothing in it, or nobody knows yet. */
    public Optional<Extent> find(String collection) {
        if (!isBuilt()) {
            return Optional.empty();
        }
        return jdbc().sql("SELECT * FROM view.collection_extents WHERE collection = ?")
                .param(collection)
                .query((row, number) -> extent(row))
                .optional();
    }

    private static Extent extent(ResultSet row) throws SQLException {
        double west = row.getDouble("x_min");
        Envelope box = row.wasNull()
                ? null
                : new Envelope(west, row.getDouble("x_max"), row.getDouble("y_min"), row.getDouble("y_max"));
        LocalDate from = row.getObject("first_day", LocalDate.class);
        return new Extent(box, new Period(from, row.getObject("end_day", LocalDate.class)));
    }
}
