package org.diachi.place;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.diachi.change.Ledger;
import org.diachi.db.Geometries;
import org.diachi.place.WardCourse.Era;
import org.diachi.place.WardCourse.Link;
import org.diachi.value.Period;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** The course of the wards, held in memory as long as the places of the register stay as they are. Thread-safe. */
public final class WardCourses {

    private static final String LINKS = """
            SELECT s.predecessor, s.successor, s.effective FROM registry.place_succession s
             WHERE s.ended IS NULL ORDER BY s.effective, s.predecessor, s.successor
            """;

    private static final String ERAS = """
            SELECT v.place, v.valid_from, v.valid_to, ST_AsBinary(v.shape) AS outline FROM registry.place_version v
             WHERE v.ended IS NULL
               AND v.place IN (SELECT unnest(ARRAY[s.predecessor, s.successor]) FROM registry.place_succession s
                                WHERE s.ended IS NULL)
             ORDER BY v.place, v.valid_from
            """;

    private final Geometries geometries;
    private volatile Known known = new Known(-1, new WardCourse(Map.of(), List.of()));

    private record Known(long placeState, WardCourse course) {}

    /** @param storageSrid the EPSG code of the storage CRS */
    public WardCourses(int storageSrid) {
        this.geometries = new Geometries(storageSrid);
    }

    /** The course as the transaction of a ledger that changes no places believes it. */
    public WardCourse of(Ledger ledger) {
        Known now = known;
        if (now.placeState() != ledger.placeState()) {
            now = new Known(ledger.placeState(), read(ledger));
            known = now;
        }
        return now.course();
    }

    private WardCourse read(Ledger ledger) {
        JdbcClient jdbc = JdbcClient.create(new SingleConnectionDataSource(ledger.connection(), true));
        List<Link> links = jdbc.sql(LINKS)
                .query((row, i) -> new Link(
                        row.getLong("predecessor"),
                        row.getLong("successor"),
                        row.getObject("effective", LocalDate.class)))
                .list();
        Map<Long, List<Era>> eras = jdbc
                .sql(ERAS)
                .query((row, i) -> new Era(
                        row.getLong("place"),
                        new Period(
                                row.getObject("valid_from", LocalDate.class),
                                row.getObject("valid_to", LocalDate.class)),
                        geometries.read(row, "outline")))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Era::ward));
        return new WardCourse(eras, links);
    }
}
