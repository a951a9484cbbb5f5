package org.diachi.address;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.diachi.db.CopyFields;
import org.diachi.db.RowFields;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ByteOrderValues;
import org.locationtech.jts.io.WKBWriter;

/**
 * What is said of objects, as columns of {@code registry.address_version}. It may be encoded before it is known under
 * which code it will be stored.
 */
final class ContentFields {

    static final List<String> COLUMNS = List.of(
            "kind",
            "status",
            "name",
            "house_number",
            "street",
            "street_key",
            "number_key",
            "ward",
            "method",
            "accuracy",
            "located_at",
            "parts",
            "part_keys",
            "details",
            "position",
            "shape");

    private static final int USUAL_BYTES = 512;

    private final AddressKeys keys;
    private final Map<AddressContent, CopyFields.Encoded> prepared = new IdentityHashMap<>();
    private final CopyFields fields = new CopyFields(USUAL_BYTES);
    private final WKBWriter wkb = new WKBWriter(2, ByteOrderValues.BIG_ENDIAN, true);

    ContentFields(AddressKeys keys) {
        this.keys = keys;
    }

    /** Encodes what will probably be stored as it is. */
    void prepare(AddressContent content) {
        prepared.put(content, encode(content));
    }

    /** Lets go of what was encoded in advance. */
    void clear() {
        prepared.clear();
    }

    CopyFields.Encoded of(AddressContent content) {
        CopyFields.Encoded ready = prepared.get(content);
        return ready == null ? encode(content) : ready;
    }

    private CopyFields.Encoded encode(AddressContent content) {
        write(content, fields);
        return fields.take();
    }

    /** Writes the columns of a row. */
    void write(AddressContent content, RowFields row) {
        row.text(content.kind().label()).text(content.status().label());
        row.text(content.name()).text(content.houseNumber()).text(content.street());
        AddressKey key = keys.of(content);
        row.text(key.street()).text(key.number()).bigint(content.ward());
        row.text(content.quality().method()).real(content.quality().accuracyMetres());
        row.text(content.locatedAt() == null ? null : content.locatedAt().toString());
        row.jsonb(content.parts().isEmpty() ? null : AddressJson.write(content.parts()));
        row.texts(keys.ofParts(content));
        row.jsonb(content.details().isEmpty() ? null : AddressJson.write(content.details()));
        byte[] position = geometry(content.position());
        row.bytes(position).bytes(content.hasOutline() ? geometry(content.shape()) : position);
    }

    private byte[] geometry(Geometry geometry) {
        return wkb.write(geometry);
    }
}
