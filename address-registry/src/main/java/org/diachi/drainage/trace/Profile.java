package org.diachi.drainage.trace;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.diachi.drainage.network.Network;

/**
 * A longitudinal section along links that follow one another, from the upper end to the lower. Levels are metres, NaN where
 * not known.
 *
 * @param sections one for each link, in the order of flow
 */
public record Profile(List<Section> sections) {

    /**
     * One link of the profile.
     *
     * @param link its number
     * @param upperNode the number of the node that it takes water from; negative if there is none
     * @param lowerNode the number of the node that it gives water to; negative if there is none
     * @param beginMetres distance of its upper end from the beginning of the profile
     * @param endMetres distance of its lower end
     */
    public record Section(int link, int upperNode, int lowerNode, double beginMetres, double endMetres) {}

    public Profile {
        sections = List.copyOf(sections);
    }

    /**
     * A profile along links.
     *
     * @param links following one another
     * @param isUpwards whether they were walked against the flow
     */
    static Profile along(Network network, List<Integer> links, boolean isUpwards) {
        List<Integer> ordered = new ArrayList<>(links);
        if (isUpwards) {
            Collections.reverse(ordered);
        }
        List<Section> sections = new ArrayList<>(ordered.size());
        double begin = 0;
        for (int link : ordered) {
            double end = begin + network.link(link).lengthMetres();
            sections.add(new Section(link, network.tail(link), network.head(link), begin, end));
            begin = end;
        }
        return new Profile(sections);
    }

    /** How long it is. */
    public double lengthMetres() {
        return sections.isEmpty() ? 0 : sections.get(sections.size() - 1).endMetres();
    }
}
