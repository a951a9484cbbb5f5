package org.diachi.source.geojson;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.diachi.source.BrokenFileException;
import org.diachi.source.DeclaredCrs;
import org.diachi.source.geometry.Geometries;
import org.diachi.source.text.Nfc;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/**
 * Pulls the features out of a file of one or many root objects, each a collection, a feature or a bare geometry, without
 * holding more than one feature.
 */
final class FeatureReader implements AutoCloseable {

    private static final JsonFactory JSON = new JsonFactory();
    private static final Set<String> GEOMETRY_TYPES = Set.of(
            "Point", "LineString", "Polygon", "MultiPoint", "MultiLineString", "MultiPolygon", "GeometryCollection");

    private final Path file;
    private final InputStream in;
    private final JsonParser json;
    private final boolean geometries;

    private DeclaredCrs crs = DeclaredCrs.NONE;
    private boolean inCollection;
    private boolean hadFeatures;
    private @Nullable RawFeature root;
    private @Nullable RawGeometry rootGeometry;

    /** With {@code geometries} false only the types of geometries are read, which is several times faster. */
    FeatureReader(Path file, boolean geometries) throws IOException {
        this.file = file;
        this.in = new RecordSeparatorFilter(Files.newInputStream(file));
        this.json = JSON.createParser(ObjectReadContext.empty(), in);
        this.geometries = geometries;
    }

    /** What a {@code crs} member met so far has said. */
    DeclaredCrs crs() {
        return crs;
    }

    /** The next feature, or null at the end. An entry that is no object comes as a feature without a type. */
    @Nullable
    RawFeature next() {
        try {
            while (true) {
                if (inCollection) {
                    JsonToken token = json.nextToken();
                    if (token != JsonToken.END_ARRAY) {
                        return entry(token);
                    }
                    inCollection = false;
                } else if (root != null) {
                    RawFeature single = continueRoot(root);
                    if (single != null) {
                        return single;
                    }
                } else if (!startRoot()) {
                    return null;
                }
            }
        } catch (JacksonException e) {
            throw new BrokenFileException(
                    file, "It is not well-formed JSON: " + e.getOriginalMessage(), where(), "Export it again.", e);
        }
    }

    private boolean startRoot() {
        JsonToken token = json.nextToken();
        if (token == null) {
            return false;
        }
        if (token != JsonToken.START_OBJECT) {
            throw new BrokenFileException(file, "It is not GeoJSON: no object at the top", where(), "Export it again.");
        }
        root = new RawFeature();
        rootGeometry = new RawGeometry();
        hadFeatures = false;
        return true;
    }

    /** Reads on in the root object; gives it back if it turned out to be a feature or a geometry itself. */
    private @Nullable RawFeature continueRoot(RawFeature current) {
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = json.currentName();
            JsonToken value = json.nextToken();
            if (name.equals("features") && value == JsonToken.START_ARRAY) {
                hadFeatures = true;
                inCollection = true;
                return null;
            }
            if (name.equals("features") && value == JsonToken.VALUE_NULL) {
                hadFeatures = true;
            } else if (name.equals("crs")) {
                crs = readCrs(value);
            } else if (name.equals("type")) {
                current.type = text(value);
                refuseTopology(current.type);
            } else {
                readRootMember(current, name, value);
            }
        }
        root = null;
        return finished(current);
    }

    private void readRootMember(RawFeature current, String name, JsonToken value) {
        if (!readMember(current, name, value)) {
            readGeometryMember(rootGeometry(), name, value);
        }
    }

    private RawGeometry rootGeometry() {
        if (rootGeometry == null) {
            throw new IllegalStateException("No root object is open");
        }
        return rootGeometry;
    }

    private @Nullable RawFeature finished(RawFeature current) {
        String type = String.valueOf(current.type);
        if (type.equals("Feature")) {
            return current;
        }
        if (GEOMETRY_TYPES.contains(type)) {
            RawGeometry geometry = rootGeometry();
            geometry.type = type;
            current.type = "Feature";
            current.geometry = geometry;
            return current;
        }
        if (type.equals("FeatureCollection") && hadFeatures) {
            return null;
        }
        throw new BrokenFileException(
                file,
                type.equals("FeatureCollection")
                        ? "It is a FeatureCollection without features"
                        : "Its type '" + type + "' is not GeoJSON",
                where(),
                "Correct the object that ends there.");
    }

    private void refuseTopology(@Nullable String type) {
        if ("Topology".equals(type)) {
            throw new BrokenFileException(
                    file, "It is TopoJSON", "", "Convert it: ogr2ogr -f GPKG out.gpkg " + file.getFileName());
        }
    }

    private RawFeature entry(@Nullable JsonToken token) {
        RawFeature feature = new RawFeature();
        if (token != JsonToken.START_OBJECT) {
            json.skipChildren();
            return feature;
        }
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = json.currentName();
            JsonToken value = json.nextToken();
            if (name.equals("type")) {
                feature.type = text(value);
            } else if (!readMember(feature, name, value)) {
                json.skipChildren();
            }
        }
        return feature;
    }

    private boolean readMember(RawFeature feature, String name, JsonToken value) {
        switch (name) {
            case "id" -> feature.id = scalar(value) ? json.getString() : null;
            case "geometry" -> feature.geometry = readGeometry(value);
            case "properties" -> readProperties(feature, value);
            default -> {
                return false;
            }
        }
        return true;
    }

    private static boolean scalar(JsonToken value) {
        return value.isScalarValue() && value != JsonToken.VALUE_NULL;
    }

    private @Nullable String text(JsonToken value) {
        if (value == JsonToken.VALUE_STRING) {
            return json.getString();
        }
        json.skipChildren();
        return null;
    }

    private void readProperties(RawFeature feature, JsonToken value) {
        if (value != JsonToken.START_OBJECT) {
            json.skipChildren();
            return;
        }
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = Nfc.of(json.currentName());
            feature.properties.put(name, property(json.nextToken()));
        }
    }

    private @Nullable Object property(JsonToken value) {
        return switch (value) {
            case VALUE_NULL -> null;
            case VALUE_TRUE -> Boolean.TRUE;
            case VALUE_FALSE -> Boolean.FALSE;
            case VALUE_STRING -> Nfc.of(json.getString());
            case VALUE_NUMBER_INT ->
                json.getNumberType() == JsonParser.NumberType.BIG_INTEGER
                        ? json.getString()
                        : (Object) json.getLongValue();
            case VALUE_NUMBER_FLOAT -> json.getDoubleValue();
            default -> nestedJson();
        };
    }

    private String nestedJson() {
        StringWriter text = new StringWriter();
        try (JsonGenerator copy = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            copy.copyCurrentStructure(json);
        }
        return Nfc.of(text.toString());
    }

    private @Nullable RawGeometry readGeometry(JsonToken value) {
        if (value == JsonToken.VALUE_NULL) {
            return null;
        }
        RawGeometry geometry = new RawGeometry();
        if (value != JsonToken.START_OBJECT) {
            json.skipChildren();
            return geometry;
        }
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = json.currentName();
            JsonToken member = json.nextToken();
            if (name.equals("type")) {
                geometry.type = text(member);
            } else {
                readGeometryMember(geometry, name, member);
            }
        }
        return geometry;
    }

    private void readGeometryMember(RawGeometry geometry, String name, JsonToken value) {
        if (geometries && name.equals("coordinates") && value == JsonToken.START_ARRAY) {
            geometry.coordinates = coordinates();
        } else if (geometries && name.equals("geometries") && value == JsonToken.START_ARRAY) {
            List<@Nullable RawGeometry> members = new ArrayList<>();
            for (JsonToken t = json.nextToken(); t != JsonToken.END_ARRAY; t = json.nextToken()) {
                members.add(readGeometry(t));
            }
            geometry.members = members;
        } else {
            json.skipChildren();
        }
    }

    /** A position, or a list of whatever the array holds; positions of one number count as malformed lists. */
    private Object coordinates() {
        JsonToken token = json.nextToken();
        if (token.isNumeric()) {
            return position();
        }
        List<Object> parts = new ArrayList<>();
        for (; token != JsonToken.END_ARRAY; token = json.nextToken()) {
            if (token == JsonToken.START_ARRAY) {
                parts.add(coordinates());
            } else {
                json.skipChildren();
                parts.add(Boolean.FALSE);
            }
        }
        return parts;
    }

    private Object position() {
        double x = json.getDoubleValue();
        Object position = Boolean.FALSE;
        int index = 1;
        for (JsonToken t = json.nextToken(); t != JsonToken.END_ARRAY; t = json.nextToken()) {
            if (index++ == 1 && t.isNumeric()) {
                position = Geometries.position(x, json.getDoubleValue());
            } else {
                json.skipChildren();
            }
        }
        return position;
    }

    /** The named and the EPSG form of the 2008 draft; anything else counts as no statement. */
    private DeclaredCrs readCrs(JsonToken value) {
        DeclaredCrs declared = DeclaredCrs.NONE;
        if (value != JsonToken.START_OBJECT) {
            json.skipChildren();
            return declared;
        }
        RawFeature member = new RawFeature();
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            if (!readMember(member, json.currentName(), json.nextToken())) {
                json.skipChildren();
            }
        }
        Object name = member.properties.get("name");
        Object code = member.properties.get("code");
        if (name != null) {
            declared = DeclaredCrs.ofName(name.toString());
        } else if (code instanceof Long epsg) {
            declared = DeclaredCrs.ofEpsg(epsg.intValue());
        }
        return declared;
    }

    private String where() {
        TokenStreamLocation at = json.currentLocation();
        return "line " + at.getLineNr() + ", column " + at.getColumnNr();
    }

    @Override
    public void close() throws IOException {
        json.close();
        in.close();
    }
}
