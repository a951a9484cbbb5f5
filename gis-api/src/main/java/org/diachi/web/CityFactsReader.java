package org.diachi.web;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.diachi.change.Snapshot;
import org.diachi.city.CityProfile;
import org.diachi.city.CodeList;
import org.diachi.city.GoldenPoint;
import org.diachi.landuse.Plan;
import org.diachi.layer.Layer;
import org.diachi.layer.LayerField;
import org.diachi.registry.Registry;
import org.diachi.run.ImportRunReader;
import org.diachi.value.Crs;
import org.diachi.value.CrsTransform;
import org.diachi.web.CityFacts.LayerFacts;
import org.diachi.web.CityFacts.PlanFacts;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.springframework.stereotype.Component;

/** Gathers the facts of the city; some queries, so not for every request. */
@Component
class CityFactsReader {

    /** The import source of the sample city that every such city has. */
    private static final String SAMPLE = "sample-buildings";

    /** What is shown of a city of which nothing is known yet: so far around its golden point. */
    private static final double METRES_AROUND = 5000;

    private final Registry registry;
    private final ImportRunReader runs;

    CityFactsReader(Registry registry) {
        this.registry = registry;
        this.runs = new ImportRunReader(
                registry.dataSource(), registry.profile().storageCrs().epsg());
    }

    CityFacts read() {
        CityProfile profile = registry.profile();
        return new CityFacts(
                profile.names(),
                profile.languages(),
                degrees(extent(profile)),
                !runs.list("done", SAMPLE, Long.MAX_VALUE, 1).isEmpty(),
                registry.plans().list(Snapshot.latest(profile.today()), false).stream()
                        .map(state -> facts(state.plan()))
                        .toList(),
                registry.layers().list().stream()
                        .filter(Layer::isOpen)
                        .collect(Collectors.toMap(Layer::collection, CityFactsReader::facts)),
                profile.codeLists().stream().collect(Collectors.toMap(CodeList::scheme, CodeList::entries)));
    }

    /** The box around the wards, or else around the address objects, in the storage CRS. */
    private Geometry extent(CityProfile profile) {
        return registry.placeReader()
                .findExtent()
                .or(() -> registry.addressReader().findExtent())
                .orElseGet(() -> around(profile));
    }

    private static Geometry around(CityProfile profile) {
        GoldenPoint golden = profile.goldenPoint();
        double[] xy = {golden.x(), golden.y()};
        CrsTransform.between(golden.crs(), profile.storageCrs()).apply(xy, 1);
        Envelope box = new Envelope(new Coordinate(xy[0], xy[1]));
        box.expandBy(METRES_AROUND);
        return new GeometryFactory().toGeometry(box);
    }

    private List<Double> degrees(Geometry stored) {
        Envelope box = CrsTransform.between(registry.profile().storageCrs(), Crs.CRS84)
                .apply(stored)
                .getEnvelopeInternal();
        return List.of(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY());
    }

    private static PlanFacts facts(Plan plan) {
        return new PlanFacts(plan.identifier(), plan.title());
    }

    private static LayerFacts facts(Layer layer) {
        Map<String, String> units = layer.fields().stream()
                .filter(field -> field.unit() != null)
                .collect(Collectors.toMap(LayerField::name, field -> String.valueOf(field.unit())));
        return new LayerFacts(layer.titles(), units);
    }
}
