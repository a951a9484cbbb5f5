package org.diachi.run;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.diachi.issue.InvalidGeometry;
import org.diachi.issue.MissingValue;
import org.diachi.issue.RowIssue;
import org.diachi.issue.UnreadableValue;
import org.diachi.mapping.MappedRow;
import org.diachi.mapping.Mapping;
import org.diachi.place.PlaceRegister;
import org.diachi.place.PlaceRow;
import org.diachi.value.Period;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;

/** Rows become administrative units. */
final class PlaceTarget implements Target<PlaceRow> {

    private final PlaceRegister register;
    private final Mapping mapping;

    PlaceTarget(PlaceRegister register, Mapping mapping) {
        this.register = register;
        this.mapping = mapping;
    }

    @Override
    public @Nullable PlaceRow prepare(MappedRow row, List<RowIssue> issues) {
        String code = row.text("code");
        String name = Optional.ofNullable(row.text("name")).orElse(row.text("fullName"));
        if (code == null || name == null) {
            issues.add(new MissingValue(code == null ? "code" : "name", true));
            return null;
        }
        MultiPolygon shape = area(row.geometry(), issues);
        if (shape == null && row.geometry() != null) {
            return null;
        }
        Period period = period(row, issues);
        if (period == null) {
            return null;
        }
        String type = Optional.ofNullable(row.text("type")).orElse("");
        String fullName = Optional.ofNullable(row.text("fullName")).orElse((type + " " + name).strip());
        return new PlaceRow(
                mapping.source() + "/" + row.id(),
                code,
                Optional.ofNullable(row.text("level")).orElse("ward"),
                type,
                name,
                fullName,
                period,
                List.of(),
                Optional.ofNullable(row.text("successor")).stream().toList(),
                (Integer) row.values().get("population"),
                shape);
    }

    private static @Nullable MultiPolygon area(@Nullable Geometry geometry, List<RowIssue> issues) {
        if (geometry instanceof MultiPolygon area) {
            return area;
        }
        if (geometry instanceof Polygon polygon) {
            MultiPolygon area = polygon.getFactory().createMultiPolygon(new Polygon[] {polygon});
            area.setSRID(polygon.getSRID());
            return area;
        }
        if (geometry != null) {
            issues.add(new InvalidGeometry("A " + geometry.getGeometryType() + " is no area", null));
        }
        return null;
    }

    private @Nullable Period period(MappedRow row, List<RowIssue> issues) {
        LocalDate from = Optional.ofNullable(row.text("validFrom"))
                .map(LocalDate::parse)
                .orElse(mapping.validFrom() == null ? Period.BEGINNING : mapping.validFrom());
        String to = row.text("validTo");
        if (to != null && !LocalDate.parse(to).isAfter(from)) {
            issues.add(new UnreadableValue("validTo", to, "a day after " + from, true));
            return null;
        }
        return new Period(from, to == null ? null : LocalDate.parse(to));
    }

    @Override
    public Set<String> tables() {
        return Set.of("registry.place_version");
    }

    @Override
    public Batch batch(List<PlaceRow> rows) {
        return context -> register.register(rows, context).stream()
                .map(PlaceTarget::outcome)
                .toList();
    }

    private static RowOutcome outcome(PlaceRegister.Result result) {
        return RowOutcome.of(
                switch (result) {
                    case REGISTERED -> RowOutcome.Result.ADDED;
                    case CHANGED -> RowOutcome.Result.CHANGED;
                    case SAME -> RowOutcome.Result.SAME;
                });
    }
}
