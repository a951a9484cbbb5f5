package org.diachi.run;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.diachi.change.ActContext;
import org.diachi.landuse.Plan;
import org.diachi.layer.FeatureReferences;
import org.diachi.layer.FeatureRegistration;
import org.diachi.layer.Layer;
import org.diachi.mapping.Mapping;
import org.diachi.mapping.MappingException;
import org.diachi.registry.Registry;
import org.diachi.value.AddressKind;
import org.jspecify.annotations.Nullable;

/** Finds what the rows of a mapping become, and makes ready what they need: layers, plans, wards. */
final class Targets {

    private static final String PLACE = "place";

    private final Registry registry;
    private final LayerChecks checks;

    Targets(Registry registry, LayerChecks checks) {
        this.registry = registry;
        this.checks = checks;
    }

    /**
     * What the rows of a mapping become.
     *
     * @param context of the acts that enter plans which the register does not have
     */
    Target<?> of(Mapping mapping, ActContext context) {
        if (mapping.target().equals(PLACE)) {
            return new PlaceTarget(registry.placeRegister(), mapping);
        }
        for (AddressKind kind : AddressKind.values()) {
            if (kind.label().equals(mapping.target())) {
                LocalDate day = mapping.validFrom() == null ? registry.profile().today() : mapping.validFrom();
                return new AddressTarget(registry.addressRegister(), kind, mapping, registry.wards(day));
            }
        }
        return features(mapping, context);
    }

    /**
     * What the rows of a mapping are checked with before any of them is submitted, if they must fit one another. Plans that
     * the register does not have are not entered for it.
     */
    Optional<FeatureTarget> findRehearsal(Mapping mapping) {
        if (mapping.target().equals(PLACE)
                || Arrays.stream(AddressKind.values())
                        .anyMatch(kind -> kind.label().equals(mapping.target()))) {
            return Optional.empty();
        }
        Map<String, Long> plans = new HashMap<>();
        for (Mapping.PlanSettings plan : mapping.plans()) {
            long notYet = -1 - plans.size();
            plans.put(
                    plan.identifier(),
                    registry.plans().findId(plan.identifier()).orElse(notYet));
        }
        Layer layer = layer(mapping);
        return checks.find(layer, mapping, plans).map(check -> features(mapping, layer, plans, check));
    }

    private FeatureTarget features(Mapping mapping, ActContext context) {
        Map<String, Long> plans = new HashMap<>();
        for (Mapping.PlanSettings plan : mapping.plans()) {
            plans.put(plan.identifier(), registry.planRegister().enter(plan(plan), context));
        }
        return features(mapping, layer(mapping), plans, null);
    }

    private FeatureTarget features(
            Mapping mapping, Layer layer, Map<String, Long> plans, @Nullable FileCheck<FeatureRegistration> check) {
        Map<Mapping.Reference, Layer> references = new LinkedHashMap<>();
        for (Mapping.Reference reference : mapping.references()) {
            references.put(reference, existing(reference.collection()));
        }
        return new FeatureTarget(
                registry.featureRegister(),
                layer,
                mapping,
                plans,
                new ReferenceCheck(new FeatureReferences(registry.dataSource()), references),
                check);
    }

    private Layer layer(Mapping mapping) {
        Optional<Layer> known = registry.layers().find(mapping.target());
        Mapping.NewLayer wanted = mapping.layer();
        if (known.isPresent() || wanted == null) {
            return known.orElseGet(() -> existing(mapping.target()));
        }
        return registry.layers()
                .create(mapping.target(), wanted.titles(), wanted.geometryType(), wanted.fields(), wanted.owner());
    }

    private Layer existing(String collection) {
        return registry.layers()
                .find(collection)
                .orElseThrow(() -> new MappingException("There is no layer \""
                        + collection + "\". Targets are building, business, publicSpace, place and the layers "
                        + String.join(
                                ", ",
                                registry.layers().list().stream()
                                        .map(Layer::collection)
                                        .toList())
                        + "; describe a new one under layer: to create it."));
    }

    private static Plan plan(Mapping.PlanSettings plan) {
        return new Plan(
                plan.identifier(),
                plan.title(),
                plan.level(),
                plan.type(),
                plan.scheme(),
                plan.periodFrom(),
                plan.periodTo(),
                plan.visionYear(),
                plan.decisionNumber(),
                plan.decisionDate(),
                plan.step());
    }
}
