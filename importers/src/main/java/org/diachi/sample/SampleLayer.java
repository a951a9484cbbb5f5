package org.diachi.sample;

import java.util.List;
import org.diachi.export.FeatureType;
import org.diachi.export.Field;
import org.diachi.export.GeometryKind;
import org.diachi.value.Crs;

/** The layers of a sample city, their fields and the CRS they are written in. */
public enum SampleLayer {
    WARDS("wards", GeometryKind.POLYGON, true, Field.text("code"), Field.text("name"), Field.text("type")),
    BUILDINGS(
            "buildings",
            GeometryKind.POLYGON,
            false,
            Field.text("id"),
            Field.text("house_number"),
            Field.text("street"),
            Field.text("alley"),
            Field.text("ward_code"),
            Field.integer("storeys"),
            Field.text("use"),
            Field.integer("built_year")),
    BUSINESSES(
            "businesses",
            GeometryKind.POINT,
            true,
            Field.text("id"),
            Field.text("building_id"),
            Field.text("name"),
            Field.text("category"),
            Field.date("opened")),
    PUBLIC_SPACES(
            "public_spaces",
            GeometryKind.POLYGON,
            true,
            Field.text("id"),
            Field.text("name"),
            Field.text("type"),
            Field.text("ward_code")),
    ZONES(
            "zones",
            GeometryKind.POLYGON,
            false,
            Field.text("id"),
            Field.text("plan_id"),
            Field.text("plan_title"),
            Field.text("land_use"),
            Field.text("decision_number"),
            Field.date("decision_date"),
            Field.date("valid_from"),
            Field.real("floor_area_ratio"),
            Field.integer("max_coverage"),
            Field.integer("max_storeys")),
    GREEN_SPACES(
            "green_spaces",
            GeometryKind.POLYGON,
            false,
            Field.text("id"),
            Field.text("type"),
            Field.text("access"),
            Field.text("manager"),
            Field.integer("planted_year")),
    DRAINAGE_NODES(
            "nodes",
            GeometryKind.POINT,
            false,
            Field.text("id"),
            Field.text("kind"),
            Field.real("ground_level"),
            Field.real("invert_level")),
    DRAINAGE_LINKS(
            "links",
            GeometryKind.LINESTRING,
            false,
            Field.text("id"),
            Field.text("from_node"),
            Field.text("to_node"),
            Field.text("kind"),
            Field.text("shape"),
            Field.integer("diameter"),
            Field.text("material"),
            Field.real("upstream_invert"),
            Field.real("downstream_invert"),
            Field.real("length"),
            Field.integer("built_year")),
    HERITAGE_BELTS("heritage_belts", GeometryKind.POLYGON, true, Field.text("id")),
    FLOOD_LINES("flood_lines", GeometryKind.POLYGON, true, Field.text("id")),
    BUILDING_SITES("building_sites", GeometryKind.POLYGON, true, Field.text("id")),
    SEEDED_CONFLICTS(
            "seeded_conflicts",
            GeometryKind.POINT,
            true,
            Field.text("id"),
            Field.text("rule"),
            Field.text("left"),
            Field.text("right"),
            Field.real("area"));

    private final String table;
    private final GeometryKind geometry;
    private final boolean geographic;
    private final List<Field> fields;

    SampleLayer(String table, GeometryKind geometry, boolean geographic, Field... fields) {
        this.table = table;
        this.geometry = geometry;
        this.geographic = geographic;
        this.fields = List.of(fields);
    }

    /** Whether its file is in longitude and latitude rather than in the CRS of the city. */
    boolean isGeographic() {
        return geographic;
    }

    /** Where a field stands in the values of a feature. */
    int indexOf(String field) {
        for (int i = 0; i < fields.size(); i++) {
            if (fields.get(i).name().equals(field)) {
                return i;
            }
        }
        throw new IllegalArgumentException(table + " has no field " + field);
    }

    FeatureType type(Crs city) {
        return new FeatureType(table, geometry, geographic ? Crs.CRS84 : city, fields);
    }
}
