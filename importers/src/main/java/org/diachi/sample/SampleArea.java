package org.diachi.sample;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.diachi.value.Crs;

/**
 * Everything a sample city takes from a real one: where it lies and what things are called there.
 *
 * @param crs a projected CRS in metres, easting before northing, in which the city is laid out
 * @param x easting of the centre in metres
 * @param y northing of the centre in metres
 * @param wards placed in this order from the centre outwards
 * @param landUses at least one for every {@link LandUseRole}
 * @param plans the plan in force, then the vision; exactly two
 */
public record SampleArea(
        Crs crs, double x, double y, List<Ward> wards, List<LandUse> landUses, List<Plan> plans, Words words) {

    /** A ward to be drawn. */
    public record Ward(String code, String name, String typeWord) {}

    /**
     * A land-use code.
     *
     * @param weight how often it is taken among the codes of its role; more than 0
     */
    public record LandUse(String code, LandUseRole role, double weight) {
        public LandUse {
            if (!(weight > 0)) {
                throw new IllegalArgumentException("Land use " + code + " needs a weight above 0.");
            }
        }
    }

    /**
     * A zoning plan.
     *
     * @param decision number of the decision, such as {@code 912/QĐ-TTg}
     */
    public record Plan(String id, String title, String decision, LocalDate decided, LocalDate validFrom) {}

    /**
     * A kind of business or public space.
     *
     * @param type the code written to the file
     * @param word what its name begins with, such as {@code Cà phê}
     */
    public record Kind(String type, String word) {}

    /**
     * The words of the place.
     *
     * @param streets names for streets, the most important first; each once
     * @param alleys words for an alley, such as {@code kiệt}
     * @param names what businesses and public spaces are called after their kind
     * @param publicSpaces kinds of type {@code park}, {@code square} and {@code market}, each at least once
     * @param managers who looks after green spaces
     */
    public record Words(
            List<String> streets,
            List<String> alleys,
            List<String> names,
            List<Kind> businesses,
            List<Kind> publicSpaces,
            List<String> managers) {
        public Words {
            streets = List.copyOf(streets);
            alleys = filled(alleys, "alley words");
            names = filled(names, "names");
            businesses = filled(businesses, "kinds of business");
            publicSpaces = List.copyOf(publicSpaces);
            managers = filled(managers, "managers");
            if (streets.size() < 20 || new HashSet<>(streets).size() < streets.size()) {
                throw new IllegalArgumentException("At least 20 street names are needed, each once.");
            }
            Set<String> types = new HashSet<>();
            publicSpaces.forEach(kind -> types.add(kind.type()));
            if (!types.containsAll(Set.of("park", "square", "market"))) {
                throw new IllegalArgumentException("Public spaces need the types park, square and market.");
            }
        }

        private static <T> List<T> filled(List<T> list, String what) {
            if (list.isEmpty()) {
                throw new IllegalArgumentException("The sample area lacks " + what + ".");
            }
            return List.copyOf(list);
        }
    }

    public SampleArea {
        wards = List.copyOf(wards);
        landUses = List.copyOf(landUses);
        plans = List.copyOf(plans);
        if (wards.isEmpty() || plans.size() != 2) {
            throw new IllegalArgumentException("A sample area needs wards and exactly two plans.");
        }
        Set<LandUseRole> missing = EnumSet.allOf(LandUseRole.class);
        landUses.forEach(use -> missing.remove(use.role()));
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException("No land-use code for " + missing + ".");
        }
    }

    /** One of the codes of a role, by weight. */
    String landUse(LandUseRole role, Dice dice) {
        double sum = 0;
        for (LandUse use : landUses) {
            sum += use.role() == role ? use.weight() : 0;
        }
        double left = dice.unit() * sum;
        String code = "";
        for (LandUse use : landUses) {
            if (use.role() == role && left >= 0) {
                code = use.code();
                left -= use.weight();
            }
        }
        return code;
    }
}
