package org.diachi.ogc;

import org.diachi.http.OutputCrs;
import org.diachi.http.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** Reads how simple lines and outlines may be. */
final class Simplification {

    /** The side of a pixel of the whole world in one tile of 256 pixels, at the equator (OGC 17-083r4, annex D.1). */
    private static final double METRES_PER_PIXEL = 156_543.033_928_040_97;

    /** A metre of latitude, in degrees, on a sphere of the length of the equator. */
    private static final double METRES_PER_DEGREE = 111_319.490_793;

    private Simplification() {}

    /**
     * The system with geometries as simple as is asked for.
     *
     * @param zoomLevel lines may be off by half a pixel of the WebMercatorQuad at this zoom
     * @param maxAllowableOffset lines may be off by so many units of the system
     * @throws ProblemException if both are told
     */
    static OutputCrs of(OutputCrs crs, @Nullable Integer zoomLevel, @Nullable Double maxAllowableOffset) {
        if (zoomLevel != null && maxAllowableOffset != null) {
            throw ProblemException.badValue(
                    "max-allowable-offset", "Both zoom-level and max-allowable-offset are told. Tell one of them.");
        }
        if (zoomLevel != null) {
            return crs.simplifiedTo(Math.scalb(METRES_PER_PIXEL, -zoomLevel) / 2);
        }
        if (maxAllowableOffset != null) {
            boolean isGeographic = crs.crs().isGeographic();
            return crs.simplifiedTo(maxAllowableOffset
                    * (isGeographic ? METRES_PER_DEGREE : crs.crs().metresPerUnit()));
        }
        return crs;
    }
}
