package org.diachi.value;

import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.referencing.CRS;

/**
 * What the catalogue says of a system, read once.
 *
 * @param epsg the code
 * @param name the name for people
 * @param wkt the definition as WKT 1
 * @param geographic whether coordinates are degrees
 * @param northFirst whether the authority's order is latitude or northing first
 * @param metresPerUnit length of one unit
 * @param system GeoTools' system, always x, y
 */
record CrsDefinition(
        int epsg,
        String name,
        String wkt,
        boolean geographic,
        boolean northFirst,
        double metresPerUnit,
        CoordinateReferenceSystem system) {

    /** Equatorial radius of WGS 84, in metres. */
    private static final double EARTH_RADIUS = 6_378_137;

    static CrsDefinition of(int epsg) {
        String wkt = CrsCatalogue.getWkt(epsg);
        WktNode node = WktNode.parse(wkt);
        boolean geographic = node.keyword().equals("GEOGCS");
        return new CrsDefinition(
                epsg,
                node.text(0),
                wkt,
                geographic,
                geographic || isNorthingFirst(node),
                geographic ? Math.toRadians(1) * EARTH_RADIUS : unit(node),
                geotoolsSystem(epsg, node));
    }

    private static boolean isNorthingFirst(WktNode node) {
        return node.children("AXIS").stream()
                .findFirst()
                .map(axis -> axis.text(1).equals("NORTH"))
                .orElse(false);
    }

    private static double unit(WktNode node) {
        return node.getChild("UNIT").number(1);
    }

    /** Without its axes GeoTools takes x, y, whatever the authority prescribes. */
    private static CoordinateReferenceSystem geotoolsSystem(int epsg, WktNode node) {
        try {
            return CRS.parseWKT(node.without("AXIS").toString());
        } catch (FactoryException e) {
            throw new IllegalStateException("The catalogue's definition of EPSG:" + epsg + " is wrong", e);
        }
    }
}
