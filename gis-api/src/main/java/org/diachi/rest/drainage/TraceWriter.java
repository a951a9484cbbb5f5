package org.diachi.rest.drainage;

import java.util.List;
import org.diachi.drainage.network.Link;
import org.diachi.drainage.network.Network;
import org.diachi.drainage.network.Node;
import org.diachi.drainage.trace.Break;
import org.diachi.drainage.trace.Profile;
import org.diachi.drainage.trace.Totals;
import org.diachi.drainage.trace.Trace;
import org.diachi.geojson.GeometryWriter;
import org.diachi.http.OutputCrs;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import tools.jackson.core.JsonGenerator;

/** Writes a trace as JSON: the whole of it, or what a GeoJSON document says beside its features. For one answer. */
final class TraceWriter {

    /** Millimetres, and litres. */
    private static final double ROUND = 1000;

    private static final GeometryFactory GEOMETRIES = new GeometryFactory();

    private final JsonGenerator json;
    private final GeometryWriter geometries;
    private final TraceAnswer answer;
    private final Trace trace;
    private final Network network;

    TraceWriter(JsonGenerator json, OutputCrs crs, TraceAnswer answer) {
        this.json = json;
        this.geometries = crs.writer(json);
        this.answer = answer;
        this.trace = answer.trace();
        this.network = trace.network();
    }

    /** Everything but the geometries of links and nodes. */
    void writeDocument() {
        json.writeStartObject();
        writeSummary();
        json.writeArrayPropertyStart("links");
        for (int link : trace.links()) {
            json.writeStartObject();
            writeLink(link);
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayPropertyStart("nodes");
        for (int node : trace.nodes()) {
            json.writeStartObject();
            writeNode(node);
            json.writeEndObject();
        }
        json.writeEndArray();
        writeProfile();
        json.writeEndObject();
    }

    /** A feature for each link and node; returns how many. */
    int writeFeatures() {
        for (int link : trace.links()) {
            writeFeature(
                    "link",
                    network.link(link).shape(),
                    "drainage-links/" + network.link(link).feature(),
                    () -> writeLink(link));
        }
        for (int node : trace.nodes()) {
            Node at = network.node(node);
            writeFeature(
                    "node",
                    point(at),
                    at.feature() == Node.FOUND ? at.name() : "drainage-nodes/" + at.feature(),
                    () -> writeNode(node));
        }
        return trace.links().size() + trace.nodes().size();
    }

    private void writeFeature(String kind, @Nullable Geometry shape, String id, Runnable properties) {
        json.writeStartObject();
        json.writeStringProperty("type", "Feature");
        json.writeStringProperty("id", id);
        json.writeName("geometry");
        geometries.write(shape);
        json.writeObjectPropertyStart("properties");
        json.writeStringProperty("kind", kind);
        properties.run();
        json.writeEndObject();
        json.writeEndObject();
    }

    private static Geometry point(Node node) {
        return GEOMETRIES.createPoint(new Coordinate(node.x(), node.y()));
    }

    /** What the trace is and where it broke, as members of the object that is open. */
    void writeSummary() {
        json.writeObjectPropertyStart("from");
        json.writeStringProperty("kind", trace.start().isLink() ? "link" : "node");
        if (trace.start().isLink()) {
            json.writeStringProperty("id", network.link(trace.start().number()).name());
        } else {
            json.writeStringProperty("id", network.node(trace.start().number()).name());
        }
        json.writeEndObject();
        json.writeStringProperty("direction", trace.direction().label());
        json.writeStringProperty("asOf", answer.asOf().toString());
        json.writeName("knownAt");
        if (answer.knownAt() == null) {
            json.writeNull();
        } else {
            json.writeString(answer.knownAt().toInstant().toString());
        }
        json.writeNumberProperty("seq", answer.seq());
        json.writeBooleanProperty("complete", trace.isComplete());
        json.writeArrayPropertyStart("breaks");
        trace.breaks().forEach(this::writeBreak);
        json.writeEndArray();
        writeTotals();
        writeNames("outfalls", trace.outfalls());
        writeNames("stops", trace.stops());
        writeServed();
    }

    private void writeBreak(Break at) {
        json.writeStartObject();
        json.writeStringProperty("reason", at.reason().label());
        json.writeName("link");
        if (at.isLink()) {
            json.writeString(network.link(at.number()).name());
        } else {
            json.writeNull();
        }
        json.writeName("node");
        if (at.isLink()) {
            json.writeNull();
        } else {
            json.writeString(network.node(at.number()).name());
        }
        json.writeName("place");
        geometries.write(place(at));
        json.writeEndObject();
    }

    private @Nullable Geometry place(Break at) {
        if (!at.isLink()) {
            return point(network.node(at.number()));
        }
        Link link = network.link(at.number());
        Coordinate end = network.from(at.number()) < 0 ? link.first() : link.last();
        return end == null ? null : GEOMETRIES.createPoint(end);
    }

    private void writeTotals() {
        Totals totals = trace.totals();
        json.writeObjectPropertyStart("totals");
        json.writeNumberProperty("links", trace.links().size());
        json.writeNumberProperty("nodes", trace.nodes().size());
        writeNumber("length", totals.lengthMetres());
        writeNumber("volume", totals.volumeCubicMetres());
        json.writeNumberProperty("linksWithoutVolume", totals.linksWithoutVolume());
        json.writeNumberProperty("linksAgainst", totals.linksAgainst());
        json.writeNumberProperty("loops", trace.loops());
        json.writeEndObject();
    }

    private void writeNames(String member, List<Integer> nodes) {
        json.writeArrayPropertyStart(member);
        nodes.forEach(node -> json.writeString(network.node(node).name()));
        json.writeEndArray();
    }

    private void writeServed() {
        json.writeArrayPropertyStart("catchments");
        answer.served().catchments().forEach(catchment -> {
            json.writeStartObject();
            json.writeStringProperty("id", Long.toString(catchment.feature()));
            json.writeStringProperty("node", catchment.nodeId());
            writeNumber("area", catchment.areaSquareMetres());
            json.writeEndObject();
        });
        json.writeEndArray();
        json.writeObjectPropertyStart("addresses");
        writeNumber("distance", answer.addressMetres());
        json.writeBooleanProperty(
                "complete", answer.served().linksAsked() == trace.links().size());
        json.writeArrayPropertyStart("codes");
        answer.served().addresses().forEach(json::writeString);
        json.writeEndArray();
        json.writeEndObject();
    }

    private void writeLink(int number) {
        Link link = network.link(number);
        json.writeStringProperty("id", link.name());
        writeName("upperNode", network.tail(number));
        writeName("lowerNode", network.head(number));
        json.writeStringProperty("type", link.type());
        json.writeStringProperty("section", link.section().label());
        writeNumber("length", link.lengthMetres());
        writeNumber("volume", link.volumeCubicMetres());
        json.writeBooleanProperty("against", network.isAgainst(number));
    }

    private void writeName(String member, int node) {
        json.writeName(member);
        if (node < 0) {
            json.writeNull();
        } else {
            json.writeString(network.node(node).name());
        }
    }

    private void writeNode(int number) {
        Node node = network.node(number);
        json.writeStringProperty("id", node.name());
        json.writeStringProperty("type", node.type());
        writeNumber("ground", node.groundMetres());
        writeNumber("invert", node.invertMetres());
    }

    private void writeProfile() {
        json.writeArrayPropertyStart("profile");
        for (Profile.Section section : trace.profile().sections()) {
            json.writeStartObject();
            json.writeStringProperty("link", network.link(section.link()).name());
            writeName("upperNode", section.upperNode());
            writeName("lowerNode", section.lowerNode());
            writeNumber("begin", section.beginMetres());
            writeNumber("end", section.endMetres());
            writeNumber("upperInvert", network.upperInvert(section.link()));
            writeNumber("lowerInvert", network.lowerInvert(section.link()));
            writeNumber("height", network.link(section.link()).section().heightMetres());
            writeNumber("upperGround", ground(section.upperNode()));
            writeNumber("lowerGround", ground(section.lowerNode()));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private double ground(int node) {
        return node < 0 ? Double.NaN : network.node(node).groundMetres();
    }

    private void writeNumber(String member, double value) {
        json.writeName(member);
        if (Double.isNaN(value)) {
            json.writeNull();
        } else {
            json.writeNumber(Math.round(value * ROUND) / ROUND);
        }
    }
}
