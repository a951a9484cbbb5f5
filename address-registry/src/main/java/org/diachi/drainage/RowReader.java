package org.diachi.drainage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.diachi.drainage.network.CrossSection;
import org.diachi.drainage.network.Link;
import org.diachi.drainage.network.Node;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.geom.impl.PackedCoordinateSequenceFactory;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.springframework.dao.DataRetrievalFailureException;

/**
 * Makes nodes and links of rows and attributes. What is not of its type counts as not known. Equal texts and sections are
 * kept once, and coordinates without objects, since a city has a hundred thousand of them. Not thread-safe.
 */
final class RowReader {

    private final WKBReader geometries;
    private final Map<String, String> texts = new HashMap<>();
    private final Map<CrossSection, CrossSection> sections = new HashMap<>();

    RowReader(int srid) {
        GeometryFactory factory =
                new GeometryFactory(new PrecisionModel(), srid, PackedCoordinateSequenceFactory.DOUBLE_FACTORY);
        this.geometries = new WKBReader(factory);
    }

    Node node(ResultSet row) throws SQLException {
        return node(texts(row), row.getLong("id"), row.getDouble("x"), row.getDouble("y"), row.getLong("row_number"));
    }

    Link link(ResultSet row) throws SQLException {
        return link(texts(row), row.getLong("id"), shape(row.getBytes("shape")), row.getLong("row_number"));
    }

    private static UnaryOperator<@Nullable String> texts(ResultSet row) {
        return name -> {
            try {
                return row.getString(name);
            } catch (SQLException e) {
                throw new DataRetrievalFailureException("The attribute " + name, e);
            }
        };
    }

    /** A node from its attributes. */
    Node node(UnaryOperator<@Nullable String> values, long feature, double x, double y, long row) {
        return new Node(
                feature,
                text(values.apply("nodeId")),
                Objects.requireNonNullElse(text(values.apply("type")), ""),
                x,
                y,
                number(values.apply("groundLevel")),
                number(values.apply("invertLevel")),
                row);
    }

    /** A link from its attributes. */
    Link link(UnaryOperator<@Nullable String> values, long feature, @Nullable Geometry shape, long row) {
        CrossSection section = CrossSection.of(
                values.apply("crossSection"),
                number(values.apply("diameter")),
                number(values.apply("width")),
                number(values.apply("height")));
        return new Link(
                feature,
                text(values.apply("linkId")),
                text(values.apply("fromNode")),
                text(values.apply("toNode")),
                Objects.requireNonNullElse(text(values.apply("type")), ""),
                Objects.requireNonNull(sections.computeIfAbsent(section, any -> any)),
                number(values.apply("upstreamInvert")),
                number(values.apply("downstreamInvert")),
                number(values.apply("roughness")),
                shape,
                row);
    }

    private @Nullable String text(@Nullable String value) {
        return value == null || value.isBlank() ? null : texts.computeIfAbsent(value.strip(), any -> any);
    }

    private static double number(@Nullable String value) {
        if (value == null) {
            return Double.NaN;
        }
        try {
            return Double.parseDouble(value);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    private @Nullable Geometry shape(byte @Nullable [] wkb) throws SQLException {
        if (wkb == null) {
            return null;
        }
        try {
            return geometries.read(wkb);
        } catch (ParseException e) {
            throw new SQLException("The shape of a link is none: " + e.getMessage(), e);
        }
    }
}
