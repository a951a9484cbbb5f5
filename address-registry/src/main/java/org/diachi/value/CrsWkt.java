package org.diachi.value;

import java.util.Optional;

/**
 * Finds the system that a well-known text means, as it stands beside a shapefile ({@code .prj}) or in a GeoPackage:
 * by its EPSG code if it has one, else by comparing datum, ellipsoid, projection and parameters with the catalogue.
 * Understands the WKT 1 of OGC and of ESRI; of WKT 2 the identifier only. Never guesses: an unknown datum is not taken
 * for a known one, whatever its ellipsoid.
 */
public final class CrsWkt {

    private CrsWkt() {}

    /**
     * The system of a well-known text, or empty if the text cannot be read, or the catalogue has no such system. A shift
     * to WGS 84 in the text is ignored: the catalogue's own is used.
     */
    public static Optional<Crs> identify(String wkt) {
        WktNode root;
        try {
            root = horizontal(WktNode.parse(wkt));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        Optional<Crs> byAuthority = byAuthority(root);
        return byAuthority.isPresent() ? byAuthority : byContent(root);
    }

    /** The horizontal part of a compound or bound system. */
    private static WktNode horizontal(WktNode node) {
        WktNode inner = switch (node.keyword()) {
            case "COMPD_CS", "COMPOUNDCRS" ->
                node.findChild("PROJCS", "GEOGCS", "PROJCRS", "PROJECTEDCRS", "GEOGCRS", "GEODCRS", "BOUNDCRS")
                        .orElse(node);
            case "BOUNDCRS" -> node.getChild("SOURCECRS").children().get(0);
            default -> node;
        };
        return inner == node ? node : horizontal(inner);
    }

    private static Optional<Crs> byAuthority(WktNode root) {
        return root.findChild("AUTHORITY", "ID")
                .filter(id -> id.text(0).equalsIgnoreCase("EPSG") || id.text(0).equalsIgnoreCase("ESRI"))
                .map(id -> id.text(1))
                .filter(code -> code.matches("[0-9]{1,9}"))
                .map(Integer::valueOf)
                .filter(Crs::isKnown)
                .map(Crs::of);
    }

    private static Optional<Crs> byContent(WktNode root) {
        try {
            return CrsSignature.of(root).flatMap(CrsSignature::findInCatalogue).map(Crs::of);
        } catch (IllegalArgumentException e) {
            // A number or element is missing: the text does not say enough to be any system.
            return Optional.empty();
        }
    }
}
