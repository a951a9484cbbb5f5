package org.diachi.landuse.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.diachi.city.CityProfile;
import org.diachi.city.CodeList;
import org.diachi.city.CodeMap;
import org.diachi.landuse.PlanState;
import org.diachi.landuse.statement.Statement.Equivalent;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads what zones say of themselves, and what the code lists of the city say of their codes. Thread-safe. */
final class ZoneFields {

    private static final Set<String> INDICATORS =
            Set.of("buildingDensity", "floorAreaRatio", "maxStoreys", "minStoreys");
    private static final String SETBACK = "setback";

    private final CityProfile profile;

    ZoneFields(CityProfile profile) {
        this.profile = profile;
    }

    String scheme(Candidate zone, @Nullable PlanState plan) {
        return zone.text("scheme", plan == null ? "" : plan.plan().scheme());
    }

    Map<String, String> names(String scheme, String code) {
        return profile.findCodeList(scheme)
                .flatMap(list -> list.findEntry(code))
                .map(CodeList.Entry::names)
                .orElse(Map.of());
    }

    /** As the zone has it, or else that of its code in the official language, or else the code. */
    String name(Candidate zone, Map<String, String> names, String code) {
        String ofCode = names.getOrDefault(profile.languages().get(0), code);
        return zone.text("name", ofCode);
    }

    /** Density, floor-area ratio, storeys and setbacks, whichever are numbers. */
    static Map<String, Double> indicators(Candidate zone) {
        Map<String, Double> found = new TreeMap<>();
        zone.attributes().forEachEntry((name, value) -> {
            if (value.isNumber() && (INDICATORS.contains(name) || name.startsWith(SETBACK))) {
                found.put(name, value.doubleValue());
            }
        });
        return found;
    }

    static @Nullable Double legalArea(Candidate zone) {
        JsonNode area = zone.attributes().path("legalArea");
        return area.isNumber() ? area.doubleValue() : null;
    }

    List<Equivalent> equivalents(String scheme, String code) {
        List<Equivalent> all = new ArrayList<>();
        for (CodeMap map : profile.codeMaps()) {
            if (map.from().equals(scheme)) {
                map.listTo(code)
                        .forEach(entry -> all.add(new Equivalent(map.to(), entry.to(), entry.isLossy(), entry.note())));
            } else if (map.to().equals(scheme)) {
                map.listFrom(code)
                        .forEach(entry ->
                                all.add(new Equivalent(map.from(), entry.from(), entry.isLossy(), entry.note())));
            }
        }
        return all;
    }
}
