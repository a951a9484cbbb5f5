package org.diachi.ogc;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;
import org.diachi.http.Body;
import org.diachi.http.Links;
import org.diachi.http.OutputCrs;
import org.diachi.http.geojson.GeoJson;
import org.diachi.value.Crs;
import org.diachi.value.Period;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.node.ObjectNode;

/**
 * Features as OGC Features and Geometries JSON (OGC 21-045): {@code time} is the legal period, {@code place} the geometry
 * in another system than longitude and latitude, {@code geometry} the same for readers who know GeoJSON only.
 */
final class JsonFg {

    private static final List<String> CONFORMS_TO = List.of("http://www.opengis.net/spec/json-fg-1/1.0/conf/core");

    private final String featureType;
    private final OutputCrs crs;
    private final OutputCrs degrees;
    private final Members members;

    /** @param degrees longitude and latitude, for {@code geometry} */
    JsonFg(String featureType, OutputCrs crs, OutputCrs degrees, Members members) {
        this.featureType = featureType;
        this.crs = crs;
        this.degrees = degrees;
        this.members = members;
    }

    Body collection(List<Item> items, OptionalLong matched, List<Links.Link> links) {
        return out -> {
            try (JsonGenerator json = GeoJson.generator(out)) {
                json.writeStartObject();
                json.writeStringProperty("type", "FeatureCollection");
                writeHead(json);
                json.writeArrayPropertyStart("features");
                items.forEach(item -> Members.JSON.writeValue(json, feature(item)));
                json.writeEndArray();
                matched.ifPresent(number -> json.writeNumberProperty("numberMatched", number));
                json.writeNumberProperty("numberReturned", items.size());
                json.writeStringProperty("timeStamp", GeoJson.now());
                GeoJson.writeLinks(json, links);
                json.writeEndObject();
            }
        };
    }

    Body feature(Item item, List<Links.Link> links) {
        ObjectNode feature = feature(item);
        return GeoJson.feature(json -> {
            json.writeStartObject();
            writeHead(json);
            for (String name : feature.propertyNames()) {
                json.writeName(name);
                Members.JSON.writeValue(json, feature.get(name));
            }
            GeoJson.writeLinks(json, links);
            json.writeEndObject();
        });
    }

    private void writeHead(JsonGenerator json) {
        json.writeArrayPropertyStart("conformsTo");
        CONFORMS_TO.forEach(json::writeString);
        json.writeEndArray();
        json.writeStringProperty("featureType", featureType);
        json.writeStringProperty("coordRefSys", crs.crs().uri());
    }

    private ObjectNode feature(Item item) {
        ObjectNode feature = members.tree(item, degrees);
        ObjectNode time = feature.putObject("time");
        time.putArray("interval")
                .add(bound(item.valid().from()))
                .add(bound(item.valid().to()));
        if (crs.crs().equals(Crs.CRS84)) {
            feature.putNull("place");
        } else {
            feature.set("place", members.tree(item, crs).get("geometry"));
        }
        return feature;
    }

    private static String bound(@Nullable LocalDate day) {
        return day == null || day.equals(Period.BEGINNING) ? ".." : day.toString();
    }
}
