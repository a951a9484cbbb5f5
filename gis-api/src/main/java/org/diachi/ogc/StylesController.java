package org.diachi.ogc;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.diachi.api.StylesApi;
import org.diachi.http.Answer;
import org.diachi.http.Body;
import org.diachi.http.Etag;
import org.diachi.http.Format;
import org.diachi.http.Links;
import org.diachi.http.geojson.GeoJson;
import org.diachi.http.problem.Problem;
import org.diachi.http.problem.ProblemException;
import org.diachi.http.problem.ProblemType;
import org.diachi.pack.LayerStyles;
import org.diachi.pack.MapPacks;
import org.diachi.pack.PackLayer;
import org.diachi.pack.PackState;
import org.diachi.portrayal.MapLibreStyle;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JsonGenerator;

/**
 * OGC API Styles (OGC 20-009): the styles that maps are drawn in, as they were written in SLD and for MapLibre. A style is
 * known by its layer and its name.
 */
@RestController
class StylesController implements StylesApi {

    private static final String STYLES = "/ogc/styles/";
    private static final String JSON = "application/json";
    private static final String SOURCE = "tiles";

    private final MapPacks packs;
    private final LayerStyles styles;
    private final Links links;
    private final HttpServletRequest request;

    StylesController(MapPacks packs, LayerStyles styles, Links links, HttpServletRequest request) {
        this.packs = packs;
        this.styles = styles;
        this.links = links;
        this.request = request;
    }

    /** A style of a layer. */
    private record Known(PackLayer layer, LayerStyles.Entry entry) {

        String id() {
            return layer.collection() + "." + entry.style().name();
        }

        /** Styles that nobody has written are only drawn. */
        boolean hasSld() {
            return !entry.document().isEmpty();
        }

        Format[] formats() {
            return hasSld() ? new Format[] {Format.MAPBOX, Format.SLD} : new Format[] {Format.MAPBOX};
        }
    }

    private List<Known> of(PackState state) {
        return styles.list(state.layer()).stream()
                .map(entry -> new Known(state.layer(), entry))
                .toList();
    }

    private Known get(String id) {
        List<Known> all =
                packs.list().stream().flatMap(state -> of(state).stream()).toList();
        return all.stream().filter(known -> known.id().equals(id)).findFirst().orElseThrow(() -> {
            List<String> ids = all.stream().map(Known::id).toList();
            String detail = "There is no style \"" + id + "\". Known are " + String.join(", ", ids) + ".";
            return new ProblemException(
                    Problem.of(ProblemType.NOT_FOUND, detail).withKnown(ids));
        });
    }

    @Override
    public ResponseEntity<Body> listStyles(@Nullable String f) {
        return list(packs.list(), null, f);
    }

    @Override
    public ResponseEntity<Body> listCollectionStyles(String collectionId, @Nullable String f) {
        PackState state = packs.find(collectionId).orElseThrow(() -> {
            String detail = "There are no styles of a collection \"" + collectionId + "\".";
            return new ProblemException(Problem.of(ProblemType.NOT_FOUND, detail));
        });
        return list(List.of(state), of(state).get(0).id(), f);
    }

    private ResponseEntity<Body> list(List<PackState> states, @Nullable String usual, @Nullable String f) {
        requireJson(f);
        List<Known> all = states.stream().flatMap(state -> of(state).stream()).toList();
        Body body = GeoJson.feature(json -> {
            json.writeStartObject();
            if (usual != null) {
                json.writeStringProperty("default", usual);
            }
            json.writeArrayPropertyStart("styles");
            all.forEach(known -> writeEntry(json, known));
            json.writeEndArray();
            json.writeEndObject();
        });
        return answer(all.stream().map(Known::id).toList()).ok(Format.JSON, body);
    }

    private void writeEntry(JsonGenerator json, Known known) {
        json.writeStartObject();
        json.writeStringProperty("id", known.id());
        json.writeStringProperty("title", known.entry().style().title());
        json.writeArrayPropertyStart("links");
        for (Format format : known.formats()) {
            writeLink(
                    json,
                    STYLES + known.id() + "?f=" + format.parameter(),
                    "stylesheet",
                    format.mediaType().toString());
        }
        writeLink(json, STYLES + known.id() + "/metadata", "describedby", JSON);
        json.writeEndArray();
        json.writeEndObject();
    }

    private void writeLink(JsonGenerator json, String path, String rel, String type) {
        json.writeStartObject();
        json.writeStringProperty("href", links.to(path));
        json.writeStringProperty("rel", rel);
        json.writeStringProperty("type", type);
        json.writeEndObject();
    }

    @Override
    public ResponseEntity<Body> getStyle(String styleId, @Nullable String f) {
        Known known = get(styleId);
        Format format = Format.choose(f, request.getHeader(HttpHeaders.ACCEPT), known.formats());
        Body body = format == Format.SLD
                ? Body.of(known.entry().document().getBytes(StandardCharsets.UTF_8))
                : mapLibre(known);
        return answer(List.of(styleId, format)).ok(format, body);
    }

    /** A style as MapLibre reads it, with the tiles of its layer. */
    private Body mapLibre(Known known) {
        String tiles = links.to("/ogc/collections/" + Links.encode(known.layer().collection()) + "/tiles/"
                + TileMatrixSetsController.GRID);
        return GeoJson.feature(json -> {
            json.writeStartObject();
            json.writeNumberProperty("version", 8);
            json.writeStringProperty("name", known.entry().style().title());
            json.writeName("sources");
            Members.JSON.writeValue(json, Map.of(SOURCE, Map.of("type", "vector", "url", tiles)));
            json.writeName("layers");
            Members.JSON.writeValue(
                    json,
                    MapLibreStyle.layers(
                            known.entry().style(), SOURCE, known.layer().collection()));
            json.writeEndObject();
        });
    }

    @Override
    public ResponseEntity<Body> getStyleMetadata(String styleId, @Nullable String f) {
        requireJson(f);
        Known known = get(styleId);
        Body body = GeoJson.feature(json -> {
            json.writeStartObject();
            json.writeStringProperty("id", styleId);
            json.writeStringProperty("title", known.entry().style().title());
            json.writeStringProperty("scope", "style");
            json.writeArrayPropertyStart("stylesheets");
            for (Format format : known.formats()) {
                writeStylesheet(json, known, format);
            }
            json.writeEndArray();
            writeLayers(json, known);
            json.writeArrayPropertyStart("links");
            writeLink(json, STYLES + styleId + "/metadata", "self", JSON);
            json.writeEndArray();
            json.writeEndObject();
        });
        return answer(List.of(styleId, "metadata")).ok(Format.JSON, body);
    }

    private void writeStylesheet(JsonGenerator json, Known known, Format format) {
        boolean isSld = format == Format.SLD;
        json.writeStartObject();
        json.writeStringProperty("title", isSld ? "OGC SLD" : "MapLibre style");
        json.writeStringProperty(
                "specification",
                isSld ? "https://www.ogc.org/standard/sld/" : "https://maplibre.org/maplibre-style-spec/");
        // What was written is the style; what is made of it for others comes as near as they can draw.
        json.writeBooleanProperty("native", isSld || !known.hasSld());
        json.writeName("link");
        writeLink(
                json,
                STYLES + known.id() + "?f=" + format.parameter(),
                "stylesheet",
                format.mediaType().toString());
        json.writeEndObject();
    }

    private void writeLayers(JsonGenerator json, Known known) {
        json.writeArrayPropertyStart("layers");
        json.writeStartObject();
        json.writeStringProperty("id", known.layer().collection());
        json.writeStringProperty("type", known.layer().geometryType());
        List<String> attributes = new ArrayList<>(known.entry().style().attributes());
        attributes.sort(String::compareTo);
        json.writeArrayPropertyStart("attributes");
        attributes.forEach(json::writeString);
        json.writeEndArray();
        json.writeName("sampleData");
        String items = "/ogc/collections/" + Links.encode(known.layer().collection()) + "/items";
        writeLink(json, items, "data", Format.GEOJSON.mediaType().toString());
        json.writeEndObject();
        json.writeEndArray();
    }

    private Answer answer(Object shown) {
        return Answer.of(Etag.ofList(0, shown, links.to("/")));
    }

    private void requireJson(@Nullable String f) {
        Format.choose(f, request.getHeader(HttpHeaders.ACCEPT), Format.JSON);
    }
}
