package org.diachi.http.address;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.diachi.address.AddressObject;
import org.diachi.address.WardName;
import org.diachi.city.AddressGrammar;
import org.diachi.geojson.Decimals;
import org.diachi.http.Body;
import org.diachi.http.OutputCrs;
import org.diachi.value.ExternalId;
import org.jspecify.annotations.Nullable;

/** Address objects as CSV (RFC 4180), UTF-8, with a header; x and y are in the axis order of GeoJSON, x first. */
final class AddressTable implements Body {

    private static final List<String> HEADER = List.of(
            "code",
            "kind",
            "status",
            "name",
            "house_number",
            "street",
            "ward_code",
            "ward_name",
            "address",
            "method",
            "accuracy_m",
            "located_at",
            "external_ids",
            "valid_from",
            "valid_to",
            "version",
            "x",
            "y");

    private final Iterable<AddressObject> objects;
    private final OutputCrs crs;
    private final AddressGrammar grammar;
    private final Decimals decimals;

    AddressTable(Iterable<AddressObject> objects, OutputCrs crs, AddressGrammar grammar) {
        this.objects = objects;
        this.crs = crs;
        this.grammar = grammar;
        this.decimals = new Decimals(crs.decimals());
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        writer.write(String.join(",", HEADER));
        writer.write("\r\n");
        for (AddressObject object : objects) {
            write(writer, object);
        }
        writer.flush();
    }

    private void write(Writer writer, AddressObject object) throws IOException {
        WardName ward = object.ward();
        double[] xy = {object.position().getX(), object.position().getY()};
        crs.transform().apply(xy, 1);
        List<@Nullable Object> cells = Arrays.asList(
                object.code(),
                object.kind().label(),
                object.status().label(),
                object.name(),
                object.houseNumber(),
                object.street(),
                ward == null ? null : ward.code(),
                ward == null ? null : ward.fullName(),
                AddressWriter.addressLine(object, grammar),
                object.quality().method(),
                object.quality().accuracyMetres(),
                object.locatedAt(),
                object.externalIds().stream().map(ExternalId::toString).collect(Collectors.joining(" ")),
                object.valid().from(),
                object.valid().to(),
                object.version(),
                decimals.text(xy[0]),
                decimals.text(xy[1]));
        for (int i = 0; i < cells.size(); i++) {
            writer.write(i == 0 ? "" : ",");
            writeCell(writer, cells.get(i));
        }
        writer.write("\r\n");
    }

    private static void writeCell(Writer writer, @Nullable Object value) throws IOException {
        if (value == null) {
            return;
        }
        String text = value.toString();
        if (text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')) {
            writer.write('"');
            writer.write(text.replace("\"", "\"\""));
            writer.write('"');
        } else {
            writer.write(text);
        }
    }
}
