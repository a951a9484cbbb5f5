package org.diachi.landuse.statement;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.diachi.landuse.PlanState;
import org.diachi.value.Period;
import org.jspecify.annotations.Nullable;

/**
 * What applies to a piece of land in one state of the register. All answers about it are made of this.
 *
 * @param size of the subject, which is 100 % of itself
 * @param wards that it lies in
 * @param plans in the wanted steps, those in legal force first
 * @param overlays features of all other layers that touch its inside: restrictions and the like
 * @param greenSpaces in it or within the wanted distance, the nearest first
 * @param drainage links and nodes in it or within the wanted distance, the nearest first
 * @param sources of all that is told here
 */
public record Statement(
        Amount size,
        List<WardPart> wards,
        List<PlanPart> plans,
        List<FeaturePart> overlays,
        List<Nearby> greenSpaces,
        List<Nearby> drainage,
        List<Source> sources) {

    public Statement {
        Objects.requireNonNull(size, "size");
        wards = List.copyOf(wards);
        plans = List.copyOf(plans);
        overlays = List.copyOf(overlays);
        greenSpaces = List.copyOf(greenSpaces);
        drainage = List.copyOf(drainage);
        sources = List.copyOf(sources);
    }

    /**
     * How much of the subject.
     *
     * @param area in square metres of the storage CRS; 0 of lines and points
     * @param length in metres; 0 of areas and points
     * @param share in percent of the subject, by its area, or else by its length; points share evenly
     */
    public record Amount(double area, double length, double share) {}

    /** The part in a ward; by its code and name on the day. */
    public record WardPart(String code, String name, Amount amount) {}

    /**
     * What a plan says.
     *
     * @param plan the plan as it was on the day; absent for zones that belong to none
     * @param zones the largest first
     * @param slivers zones with less than a square metre or 0.1 %: borders that were drawn twice rather than rights
     * @param outside of all zones
     * @param overlap what more than one zone covers, counted once for each zone beyond the first
     */
    public record PlanPart(
            @Nullable PlanState plan, List<Zone> zones, List<Zone> slivers, Amount outside, Amount overlap) {

        public PlanPart {
            zones = List.copyOf(zones);
            slivers = List.copyOf(slivers);
        }
    }

    /**
     * A zone of a plan.
     *
     * @param id of the feature in the layer {@code zones}
     * @param name as the zone has it, or else the name of its code in the official language
     * @param names of the code by language tag
     * @param indicators density, floor-area ratio, storeys and setbacks where given, by their names in the layer
     * @param decisionNumber of the zone itself
     * @param legalArea of the whole zone by its decision, in square metres
     * @param isOnBorder whether a point lies on the border of the zone
     * @param equivalents what other schemes call the code
     * @param valid the legal period of the zone
     */
    public record Zone(
            long id,
            String scheme,
            String code,
            String name,
            Map<String, String> names,
            Amount amount,
            Map<String, Double> indicators,
            @Nullable String decisionNumber,
            @Nullable Double legalArea,
            boolean isOnBorder,
            List<Equivalent> equivalents,
            Period valid) {

        public Zone {
            names = Map.copyOf(names);
            equivalents = List.copyOf(equivalents);
        }
    }

    /**
     * What another scheme calls a code.
     *
     * @param isLossy whether the two do not mean quite the same
     * @param note what is lost
     */
    public record Equivalent(
            String scheme,
            String code,
            boolean isLossy,
            @Nullable String note) {}

    /**
     * A feature that lies on the subject.
     *
     * @param collection its layer
     * @param id in the layer
     * @param plan identifier of the plan that it belongs to
     * @param attributes those that may be shown
     */
    public record FeaturePart(
            String collection, long id, @Nullable String plan, Map<String, Object> attributes, Amount amount) {}

    /**
     * A feature in or near the subject.
     *
     * @param distance to the nearest point of it in metres; 0 if it touches the subject
     * @param amount what it covers
     */
    public record Nearby(String collection, long id, Map<String, Object> attributes, double distance, Amount amount) {}

    /**
     * Where features of a layer came from.
     *
     * @param collection the layer
     * @param source the name of the data set
     * @param file that was imported last of it; absent if features were not imported
     * @param licence of that file
     * @param date on which the register took it over
     * @param rowsRead rows of that file
     * @param rowsRefused of them those that the register could not take
     * @param features of this source that the statement tells of
     */
    public record Source(
            String collection,
            String source,
            @Nullable String file,
            @Nullable String licence,
            @Nullable LocalDate date,
            @Nullable Long rowsRead,
            @Nullable Long rowsRefused,
            int features) {}
}
