package org.diachi.drainage;

import java.util.Objects;

/**
 * An area that drains to a node.
 *
 * @param feature its id in the layer of catchments
 * @param nodeId the id of the node
 * @param areaSquareMetres in the storage CRS
 */
public record Catchment(long feature, String nodeId, double areaSquareMetres) {

    public Catchment {
        Objects.requireNonNull(nodeId, "nodeId");
    }
}
