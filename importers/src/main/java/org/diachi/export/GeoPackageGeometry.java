package org.diachi.export;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.io.ByteOrderValues;
import org.locationtech.jts.io.WKBWriter;

/** Encodes geometries as the binary of OGC 12-128r17, clause 2.1.3: a header, an envelope except for points, WKB. */
final class GeoPackageGeometry {
    private static final int LITTLE_ENDIAN_FLAG = 1;
    private static final int ENVELOPE_XY_FLAG = 1 << 1;
    private static final int EMPTY_FLAG = 1 << 4;

    private final int srsId;
    private final WKBWriter wkbWriter = new WKBWriter(2, ByteOrderValues.LITTLE_ENDIAN);

    GeoPackageGeometry(int srsId) {
        this.srsId = srsId;
    }

    byte[] encode(Geometry geometry) {
        byte[] wkb = wkbWriter.write(geometry);
        boolean envelope = !geometry.isEmpty() && !(geometry instanceof Point);
        int flags = LITTLE_ENDIAN_FLAG | (envelope ? ENVELOPE_XY_FLAG : 0) | (geometry.isEmpty() ? EMPTY_FLAG : 0);
        ByteBuffer blob =
                ByteBuffer.allocate(8 + (envelope ? 32 : 0) + wkb.length).order(ByteOrder.LITTLE_ENDIAN);
        blob.put((byte) 'G').put((byte) 'P').put((byte) 0).put((byte) flags).putInt(srsId);
        if (envelope) {
            Envelope box = geometry.getEnvelopeInternal();
            blob.putDouble(box.getMinX()).putDouble(box.getMaxX());
            blob.putDouble(box.getMinY()).putDouble(box.getMaxY());
        }
        return blob.put(wkb).array();
    }
}
