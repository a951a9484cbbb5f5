package org.diachi.address;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.diachi.value.AddressKind;
import org.diachi.value.AddressStatus;
import org.diachi.value.Code;
import org.diachi.value.ExternalId;
import org.diachi.value.PositionQuality;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/**
 * A registration as JSON: what a held-back thing is kept as.
 *
 * @param position WKT in the storage CRS
 * @param shape WKT in the storage CRS; absent where no outline is known
 */
record RegistrationJson(
        String kind,
        String status,
        @Nullable String name,
        @Nullable String houseNumber,
        @Nullable String street,
        @Nullable Long ward,
        PositionQuality quality,
        String position,
        @Nullable String shape,
        @Nullable String locatedAt,
        List<Part> parts,
        Map<String, Object> details,
        List<ExternalId> externalIds,
        @Nullable SourceRecord source) {

    static RegistrationJson of(Registration registration) {
        AddressContent content = registration.content();
        return new RegistrationJson(
                content.kind().label(),
                content.status().label(),
                content.name(),
                content.houseNumber(),
                content.street(),
                content.ward(),
                content.quality(),
                content.position().toText(),
                content.hasOutline() ? content.shape().toText() : null,
                content.locatedAt() == null ? null : content.locatedAt().toString(),
                content.parts(),
                content.details(),
                registration.externalIds(),
                registration.source());
    }

    /** By what the thing is recognised when it comes again: its source row, else all that is said of it. */
    String key() {
        if (source != null) {
            return "source:" + source.id().scheme() + ":" + source.id().value();
        }
        try {
            byte[] text = AddressJson.write(this).getBytes(StandardCharsets.UTF_8);
            return "content:"
                    + HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** @param srid of the storage CRS */
    Registration toRegistration(int srid) {
        Point point = (Point) geometry(position, srid);
        AddressContent content = new AddressContent(
                AddressKind.of(kind),
                AddressStatus.of(status),
                name,
                houseNumber,
                street,
                ward,
                quality,
                point,
                shape == null ? point : geometry(shape, srid),
                locatedAt == null ? null : Code.parse(locatedAt),
                parts,
                details);
        return new Registration(content, source, externalIds);
    }

    private static Geometry geometry(String wkt, int srid) {
        try {
            Geometry geometry = new WKTReader().read(wkt);
            geometry.setSRID(srid);
            return geometry;
        } catch (ParseException e) {
            throw new IllegalStateException("The register kept a geometry that is none: " + wkt, e);
        }
    }
}
