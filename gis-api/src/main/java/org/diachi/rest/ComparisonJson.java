package org.diachi.rest;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.diachi.change.Snapshot;
import org.diachi.http.Links;
import org.diachi.http.geojson.GeoJson;
import org.diachi.landuse.compare.Comparison;
import org.diachi.landuse.compare.Comparison.Cell;
import org.diachi.landuse.compare.ComparisonRun;
import org.diachi.landuse.compare.Side;
import org.diachi.landuse.compare.ZoneCode;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Writes a comparison as the contract has it. For one answer. */
final class ComparisonJson {

    private static final int DECIMALS_OF_METRES = 4;
    private static final int DECIMALS_OF_PERCENT = 6;
    private static final double PERCENT = 100;

    private final JsonGenerator json;
    private final Comparison comparison;
    private final Map<String, String> wardNames;
    private final double whole;

    /** What was asked. */
    record Asked(
            Side from,
            Side to,
            Snapshot snapshot,
            @Nullable OffsetDateTime knownAt,
            @Nullable String ward,
            List<Links.Link> links) {}

    ComparisonJson(JsonGenerator json, ComparisonRun.Result result) {
        this.json = json;
        this.comparison = result.comparison();
        this.wardNames = result.wardNames();
        this.whole = comparison.area();
    }

    void write(Asked asked, long seq) {
        Predicate<Cell> isWanted = cell -> asked.ward() == null || cell.ward().equals(asked.ward());
        List<Cell> cells = comparison.cells().stream().filter(isWanted).toList();
        double changed = cells.stream()
                .filter(cell -> !cell.isSame())
                .mapToDouble(Cell::area)
                .sum();
        json.writeStartObject();
        side("from", asked.from(), comparison.fromAreas());
        side("to", asked.to(), comparison.toAreas());
        json.writeStringProperty("asOf", asked.snapshot().asOf().toString());
        json.writeName("knownAt");
        if (asked.knownAt() == null) {
            json.writeNull();
        } else {
            json.writeString(asked.knownAt().toInstant().toString());
        }
        json.writeNumberProperty("seq", seq);
        number("area", cells.stream().mapToDouble(Cell::area).sum(), DECIMALS_OF_METRES);
        number("changedArea", changed, DECIMALS_OF_METRES);
        number("changedShare", share(changed), DECIMALS_OF_PERCENT);
        json.writeNumberProperty(
                "pieces",
                comparison.pieces().stream()
                        .filter(piece -> asked.ward() == null || piece.ward().equals(asked.ward()))
                        .count());
        json.writeNumberProperty("slivers", comparison.slivers());
        totals(cells);
        json.writeArrayPropertyStart("matrix");
        cells.forEach(this::cell);
        json.writeEndArray();
        GeoJson.writeLinks(json, asked.links());
        json.writeEndObject();
    }

    private void side(String name, Side side, Map<ZoneCode, Double> areas) {
        json.writeObjectPropertyStart(name);
        json.writeStringProperty("label", side.label());
        if (side.plan() != null) {
            json.writeStringProperty("plan", side.plan());
        }
        json.writeStringProperty("collection", side.layer().collection());
        json.writeStringProperty("day", side.day().toString());
        number("area", areas.values().stream().mapToDouble(area -> area).sum(), DECIMALS_OF_METRES);
        json.writeArrayPropertyStart("codes");
        new TreeMap<>(areas).forEach((code, area) -> {
            json.writeStartObject();
            code("code", code);
            number("area", area, DECIMALS_OF_METRES);
            json.writeEndObject();
        });
        json.writeEndArray();
        json.writeEndObject();
    }

    private record Pair(ZoneCode from, ZoneCode to, boolean isSame) implements Comparable<Pair> {

        @Override
        public int compareTo(Pair other) {
            int byFrom = from.compareTo(other.from);
            return byFrom == 0 ? to.compareTo(other.to) : byFrom;
        }
    }

    private void totals(List<Cell> cells) {
        Map<Pair, Double> sums = new TreeMap<>();
        cells.forEach(cell -> sums.merge(new Pair(cell.from(), cell.to(), cell.isSame()), cell.area(), Double::sum));
        json.writeArrayPropertyStart("totals");
        sums.forEach((pair, area) -> cell(new Cell("", pair.from(), pair.to(), area, pair.isSame())));
        json.writeEndArray();
    }

    private void cell(Cell cell) {
        json.writeStartObject();
        if (cell.ward().isEmpty()) {
            json.writeNullProperty("ward");
        } else {
            json.writeObjectPropertyStart("ward");
            json.writeStringProperty("code", cell.ward());
            json.writeStringProperty("name", wardNames.getOrDefault(cell.ward(), cell.ward()));
            json.writeEndObject();
        }
        code("from", cell.from());
        code("to", cell.to());
        number("area", cell.area(), DECIMALS_OF_METRES);
        number("share", share(cell.area()), DECIMALS_OF_PERCENT);
        json.writeBooleanProperty("changed", !cell.isSame());
        json.writeEndObject();
    }

    private void code(String name, ZoneCode code) {
        if (code.isOutside()) {
            json.writeNullProperty(name);
            return;
        }
        json.writeObjectPropertyStart(name);
        json.writeStringProperty("scheme", code.scheme());
        json.writeStringProperty("code", code.code());
        json.writeEndObject();
    }

    private double share(double area) {
        return whole > 0 ? PERCENT * area / whole : 0;
    }

    private void number(String name, double value, int decimals) {
        json.writeName(name);
        json.writeNumber(BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP));
    }
}
