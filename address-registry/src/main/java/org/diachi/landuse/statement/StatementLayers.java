package org.diachi.landuse.statement;

import org.diachi.layer.Layer;

/** Which part of a statement the features of a layer belong to. */
final class StatementLayers {

    private static final String ZONES = "zones";
    private static final String GREEN_SPACES = "green-spaces";
    private static final String DRAINAGE = "drainage-";

    private StatementLayers() {}

    static boolean isOfZones(Layer layer) {
        return layer.collection().equals(ZONES);
    }

    static boolean isOfGreenSpaces(Layer layer) {
        return layer.collection().equals(GREEN_SPACES);
    }

    static boolean isOfDrainage(Layer layer) {
        return layer.collection().startsWith(DRAINAGE);
    }

    /** What is told even where it does not touch the subject. */
    static boolean isAskedForNearby(Layer layer) {
        return isOfGreenSpaces(layer) || isOfDrainage(layer);
    }
}
