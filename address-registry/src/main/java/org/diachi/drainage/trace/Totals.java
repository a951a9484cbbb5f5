package org.diachi.drainage.trace;

import java.util.List;
import org.diachi.drainage.network.Network;

/**
 * What the links of a trace are together.
 *
 * @param lengthMetres of the drawn lines, in the storage CRS
 * @param volumeCubicMetres that those links hold when full whose section is known
 * @param linksWithoutVolume how many others there are
 * @param linksAgainst how many flow against the order in which they were digitised
 */
public record Totals(double lengthMetres, double volumeCubicMetres, int linksWithoutVolume, int linksAgainst) {

    static Totals of(Network network, List<Integer> links) {
        double length = 0;
        double volume = 0;
        int unknown = 0;
        int against = 0;
        for (int number : links) {
            double metres = network.link(number).lengthMetres();
            double held = network.link(number).section().areaSquareMetres() * metres;
            length += metres;
            volume += Double.isNaN(held) ? 0 : held;
            unknown += Double.isNaN(held) ? 1 : 0;
            against += network.isAgainst(number) ? 1 : 0;
        }
        return new Totals(length, volume, unknown, against);
    }
}
