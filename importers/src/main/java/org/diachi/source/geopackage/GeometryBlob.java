package org.diachi.source.geopackage;

import org.diachi.source.geometry.UnreadableGeometryException;

/** The header before the well-known binary of a GeoPackage geometry (GeoPackage 1.4, section 2.1.3). */
final class GeometryBlob {

    private static final int HEADER = 8;
    private static final int[] ENVELOPE_BYTES = {0, 32, 48, 48, 64};

    private GeometryBlob() {}

    /** Where the well-known binary begins. */
    static int wkbOffset(byte[] blob) throws UnreadableGeometryException {
        if (blob.length < HEADER || blob[0] != 'G' || blob[1] != 'P') {
            throw new UnreadableGeometryException("it is no GeoPackage geometry");
        }
        int envelope = (blob[3] >> 1) & 0x07;
        if (envelope >= ENVELOPE_BYTES.length || HEADER + ENVELOPE_BYTES[envelope] > blob.length) {
            throw new UnreadableGeometryException("its header is damaged");
        }
        return HEADER + ENVELOPE_BYTES[envelope];
    }
}
