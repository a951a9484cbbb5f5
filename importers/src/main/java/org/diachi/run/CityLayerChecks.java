package org.diachi.run;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diachi.city.CoverageRules;
import org.diachi.landuse.coverage.PlanZones;
import org.diachi.layer.FeatureRegistration;
import org.diachi.layer.Layer;
import org.diachi.mapping.Mapping;
import org.diachi.registry.Registry;

/** What must fit one another by the rules of a city: the zones of a plan, nodes and links of the drainage network. */
final class CityLayerChecks implements LayerChecks {

    private final Registry registry;
    private final CoverageRules rules;

    CityLayerChecks(Registry registry) {
        this.registry = registry;
        this.rules = registry.landUseRules().coverage();
    }

    @Override
    public Optional<FileCheck<FeatureRegistration>> find(Layer layer, Mapping mapping) {
        LocalDate day = mapping.validFrom() == null ? registry.profile().today() : mapping.validFrom();
        if (NetworkFileCheck.LAYERS.contains(layer.collection())) {
            return Optional.of(NetworkFileCheck.of(registry, mapping, day));
        }
        Map<String, Long> plans = plansThatCover(mapping.plans());
        if (plans.isEmpty()) {
            return Optional.empty();
        }
        int srid = registry.profile().storageCrs().epsg();
        return Optional.of(
                new ZoneCheck(new PlanZones(registry.dataSource(), srid), rules, mapping.source(), day, plans));
    }

    private Map<String, Long> plansThatCover(List<Mapping.PlanSettings> plans) {
        Map<String, Long> found = new HashMap<>();
        for (Mapping.PlanSettings plan : plans) {
            if (!rules.overlayTypes().contains(plan.type())) {
                registry.plans().findId(plan.identifier()).ifPresent(id -> found.put(plan.identifier(), id));
            }
        }
        return found;
    }
}
