package org.diachi.rest.drainage;

import java.util.List;
import org.diachi.drainage.check.Finding;
import org.diachi.geojson.GeometryWriter;
import org.diachi.http.OutputCrs;
import tools.jackson.core.JsonGenerator;

/** Writes findings as features. For one answer. */
final class FindingsWriter {

    private final JsonGenerator json;
    private final GeometryWriter geometries;

    FindingsWriter(JsonGenerator json, OutputCrs crs) {
        this.json = json;
        this.geometries = crs.writer(json);
    }

    /** Writes features and returns how many. */
    int write(List<Finding> findings) {
        findings.forEach(this::write);
        return findings.size();
    }

    private void write(Finding finding) {
        String layer = finding.isLink() ? "drainage-links" : "drainage-nodes";
        String feature = layer + "/" + finding.feature();
        json.writeStartObject();
        json.writeStringProperty("type", "Feature");
        json.writeStringProperty("id", finding.rule().label() + "/" + feature);
        json.writeName("geometry");
        geometries.write(finding.place());
        json.writeObjectPropertyStart("properties");
        json.writeStringProperty("rule", finding.rule().label());
        json.writeStringProperty("severity", severity(finding));
        json.writeStringProperty("feature", feature);
        json.writeName("objectId");
        if (finding.id() == null) {
            json.writeNull();
        } else {
            json.writeString(finding.id());
        }
        json.writeName("row");
        if (finding.row() == 0) {
            json.writeNull();
        } else {
            json.writeNumber(finding.row());
        }
        json.writeStringProperty("message", finding.message());
        json.writeEndObject();
        json.writeEndObject();
    }

    /** The severity as callers name it. */
    static String severity(Finding finding) {
        return finding.rule().isSevere() ? "severe" : "warning";
    }
}
