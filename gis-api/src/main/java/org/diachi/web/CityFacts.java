package org.diachi.web;

import java.util.List;
import java.util.Map;
import org.diachi.city.CodeList;

/**
 * What the start page has to know of its city before it draws anything.
 *
 * @param names of the city, by language tag
 * @param languages language tags, the official one first
 * @param extent west, south, east, north in degrees of CRS84
 * @param invented whether sample data were imported, which the page must then say
 * @param plans the land-use plans, the one to begin with first
 * @param layers the open map layers by the name of their collection
 * @param codeLists the codes of each scheme, with names and colours
 */
record CityFacts(
        Map<String, String> names,
        List<String> languages,
        List<Double> extent,
        boolean invented,
        List<PlanFacts> plans,
        Map<String, LayerFacts> layers,
        Map<String, List<CodeList.Entry>> codeLists) {

    /**
     * A land-use plan.
     *
     * @param id the value of a zone's property {@code plan}
     * @param title for people
     */
    record PlanFacts(String id, String title) {}

    /**
     * A map layer.
     *
     * @param titles by language tag
     * @param units of the properties that have one
     */
    record LayerFacts(Map<String, String> titles, Map<String, String> units) {}
}
