package org.diachi.wms;

import java.io.StringWriter;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.diachi.pack.PackState;
import org.diachi.pack.file.Levels;
import org.diachi.pack.file.PackRow;
import org.diachi.pack.file.Scratch;
import org.diachi.pack.grid.Grid;
import org.diachi.pack.grid.ShapeCode;
import org.diachi.value.Code;
import org.diachi.wms.map.MapHits;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/** Writes what is known of features at a pixel. Thread-safe. */
final class FeatureInfo {

    private static final JsonMapper JSON = new JsonMapper();

    private FeatureInfo() {}

    /** The features, in the order in which they are told. */
    static WmsAnswer write(InfoFormat format, List<MapHits.Hit> hits) {
        return switch (format) {
            case TEXT -> WmsAnswer.text(format.mediaType(), text(hits));
            case HTML -> WmsAnswer.text(format.mediaType(), html(hits));
            case JSON -> WmsAnswer.text(format.mediaType(), json(hits));
            case GML -> WmsAnswer.text(format.mediaType(), gml(hits));
        };
    }

    /** The id as every API has it. */
    private static String id(MapHits.Hit hit) {
        long id = hit.state().id(hit.row());
        return hit.state().layer().hasCodes() ? Code.of(id).toString() : String.valueOf(id);
    }

    private static String layer(MapHits.Hit hit) {
        return hit.state().layer().collection();
    }

    /** The attributes that have a value, and the days of the state. */
    private static Map<String, Object> properties(MapHits.Hit hit) {
        PackState state = hit.state();
        Map<String, Object> properties = new LinkedHashMap<>();
        List<@Nullable Object> values = state.values(hit.row());
        List<String> columns = state.layer().columns();
        for (int i = 0; i < columns.size(); i++) {
            Object value = values.get(i);
            if (value != null) {
                properties.put(columns.get(i), value);
            }
        }
        properties.put("validFrom", day(state.firstDay(hit.row())));
        if (state.endDay(hit.row()) != PackRow.OPEN) {
            properties.put("validTo", day(state.endDay(hit.row())));
        }
        return properties;
    }

    private static String day(int number) {
        return LocalDate.ofEpochDay(number).toString();
    }

    private static String text(List<MapHits.Hit> hits) {
        StringBuilder text = new StringBuilder();
        for (MapHits.Hit hit : hits) {
            text.append(layer(hit)).append(' ').append(id(hit)).append('\n');
            properties(hit)
                    .forEach((name, value) -> text.append("  ")
                            .append(name)
                            .append(" = ")
                            .append(value)
                            .append('\n'));
        }
        return hits.isEmpty() ? "There is nothing here.\n" : text.toString();
    }

    private static String html(List<MapHits.Hit> hits) {
        StringBuilder html = new StringBuilder(
                "<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"><title>Diachi</title></head><body>\n");
        for (MapHits.Hit hit : hits) {
            html.append("<table>\n<caption>")
                    .append(Xml.escape(layer(hit) + " " + id(hit)))
                    .append("</caption>\n");
            properties(hit)
                    .forEach((name, value) -> html.append("<tr><th scope=\"row\">")
                            .append(Xml.escape(name))
                            .append("</th><td>")
                            .append(Xml.escape(value.toString()))
                            .append("</td></tr>\n"));
            html.append("</table>\n");
        }
        return html.append("</body></html>\n").toString();
    }

    private static String json(List<MapHits.Hit> hits) {
        StringWriter out = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.writeStartObject();
            json.writeStringProperty("type", "FeatureCollection");
            json.writeArrayPropertyStart("features");
            for (MapHits.Hit hit : hits) {
                write(hit, json);
            }
            json.writeEndArray();
            json.writeNumberProperty("numberReturned", hits.size());
            json.writeObjectPropertyStart("crs");
            json.writeStringProperty("type", "name");
            json.writeObjectPropertyStart("properties");
            json.writeStringProperty("name", "urn:ogc:def:crs:OGC:1.3:CRS84");
            json.writeEndObject();
            json.writeEndObject();
            json.writeEndObject();
        }
        return out.toString();
    }

    private static void write(MapHits.Hit hit, JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("type", "Feature");
        json.writeStringProperty("id", layer(hit) + "." + id(hit));
        json.writeName("geometry");
        ShapeCode code = new ShapeCode();
        hit.state().read(hit.row(), Levels.of(Grid.FULL_ZOOM), code, new Scratch());
        DegreeWriter.write(code, json);
        json.writeObjectPropertyStart("properties");
        json.writeStringProperty("layer", layer(hit));
        properties(hit).forEach((name, value) -> {
            json.writeName(name);
            json.writePOJO(value);
        });
        json.writeEndObject();
        json.writeEndObject();
    }

    private static String gml(List<MapHits.Hit> hits) {
        Xml xml = new Xml();
        xml.begin(
                "wfs:FeatureCollection",
                "xmlns:wfs",
                "http://www.opengis.net/wfs",
                "xmlns:gml",
                "http://www.opengis.net/gml",
                "xmlns:diachi",
                "https://diachi.org/features");
        for (MapHits.Hit hit : hits) {
            xml.begin("gml:featureMember").begin("diachi:" + layer(hit), "fid", layer(hit) + "." + id(hit));
            properties(hit).forEach((name, value) -> xml.element("diachi:" + elementName(name), value.toString()));
            xml.end().end();
        }
        return xml.end().toString();
    }

    /** Fields of created layers may have names that no element can have. */
    private static String elementName(String name) {
        return name.replaceAll("[^\\p{L}\\p{N}_.-]", "_").replaceFirst("^([^\\p{L}_])", "_$1");
    }
}
