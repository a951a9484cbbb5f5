package org.diachi.drainage.network;

import java.util.Set;

/**
 * How the features of a city become a network.
 *
 * @param toleranceMetres how near to each other ends and structures belong together where the source gives no ids; 0 if only
 *     ids count
 * @param endToleranceMetres how far from its node a link may be drawn to end
 * @param outfallTypes types of nodes where water leaves the network
 */
public record NetworkRules(double toleranceMetres, double endToleranceMetres, Set<String> outfallTypes) {

    /** By ids alone; water leaves at outfalls. */
    public static final NetworkRules BY_IDS = new NetworkRules(0, 1.5, Set.of("outfall"));

    public NetworkRules {
        outfallTypes = Set.copyOf(outfallTypes);
    }

    /** Whether geometry tells what is connected where ids do not. */
    public boolean isByGeometry() {
        return toleranceMetres > 0;
    }

    /** Whether water leaves the network at a node. */
    public boolean isOutfall(Node node) {
        return outfallTypes.contains(node.type());
    }
}
