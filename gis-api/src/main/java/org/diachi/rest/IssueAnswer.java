package org.diachi.rest;

import java.util.List;
import java.util.Objects;
import org.diachi.geojson.GeometryWriter;
import org.diachi.http.Body;
import org.diachi.http.Links;
import org.diachi.http.OutputCrs;
import org.diachi.http.geojson.GeoJson;
import org.diachi.run.ImportIssue;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * Issues of an import run, as a list or as features for a map.
 *
 * @param run the number of the run
 * @param links of the page
 * @param crs of the places
 */
record IssueAnswer(long run, List<ImportIssue> issues, List<Links.Link> links, OutputCrs crs) {

    IssueAnswer {
        issues = List.copyOf(issues);
        links = List.copyOf(links);
        Objects.requireNonNull(crs, "crs");
    }

    /** A list, each issue with its place where it has one. */
    Body document() {
        return out -> {
            try (JsonGenerator json = GeoJson.generator(out)) {
                GeometryWriter geometries = crs.writer(json);
                json.writeStartObject();
                json.writeArrayPropertyStart("issues");
                for (ImportIssue issue : issues) {
                    json.writeStartObject();
                    writeMembers(json, issue);
                    json.writeName("place");
                    geometries.write(issue.place());
                    json.writeEndObject();
                }
                json.writeEndArray();
                GeoJson.writeLinks(json, links);
                json.writeEndObject();
            }
        };
    }

    /** Features, those without a place too. */
    Body features() {
        return GeoJson.collection(
                json -> {
                    GeometryWriter geometries = crs.writer(json);
                    for (ImportIssue issue : issues) {
                        json.writeStartObject();
                        json.writeStringProperty("type", "Feature");
                        json.writeStringProperty("id", run + "/" + issue.number());
                        json.writeName("geometry");
                        geometries.write(issue.place());
                        json.writeObjectPropertyStart("properties");
                        writeMembers(json, issue);
                        json.writeEndObject();
                        json.writeEndObject();
                    }
                    return issues.size();
                },
                links);
    }

    private static void writeMembers(JsonGenerator json, ImportIssue issue) {
        json.writeNumberProperty("number", issue.number());
        json.writeNumberProperty("row", issue.row());
        writeText(json, "sourceId", issue.sourceId());
        json.writeStringProperty("severity", issue.severity());
        json.writeStringProperty("rule", issue.rule());
        writeText(json, "field", issue.field());
        writeText(json, "value", issue.value());
        json.writeStringProperty("message", issue.message());
    }

    private static void writeText(JsonGenerator json, String member, @Nullable String text) {
        json.writeName(member);
        if (text == null) {
            json.writeNull();
        } else {
            json.writeString(text);
        }
    }
}
