package org.diachi.landuse.statement;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.diachi.change.Snapshot;
import org.diachi.landuse.PlanStep;
import org.diachi.layer.Layer;
import org.locationtech.jts.geom.Geometry;

/**
 * What is asked of a piece of land.
 *
 * @param subject a valid point, line or area in the storage CRS
 * @param snapshot the state of the register
 * @param layers those that the caller may read
 * @param steps of the plans that count
 * @param withDrafts whether plans that are being drafted at present may be shown
 * @param distance in metres within which green spaces and drainage are told
 */
public record StatementQuestion(
        Geometry subject,
        Snapshot snapshot,
        List<Layer> layers,
        Set<PlanStep> steps,
        boolean withDrafts,
        double distance) {

    public StatementQuestion {
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(snapshot, "snapshot");
        layers = List.copyOf(layers);
        steps = Set.copyOf(steps);
        if (!(distance >= 0)) {
            throw new IllegalArgumentException("A distance is 0 or more, not " + distance);
        }
    }
}
