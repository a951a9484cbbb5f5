package org.diachi.rest.drainage;

import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.diachi.change.TimeView;
import org.diachi.drainage.DrainageNetworks;
import org.diachi.drainage.network.Network;
import org.diachi.drainage.trace.Start;
import org.diachi.http.AreaParameters;
import org.diachi.http.address.AddressLookup;
import org.diachi.http.problem.Problem;
import org.diachi.http.problem.ProblemException;
import org.diachi.http.problem.ProblemType;
import org.diachi.value.CodeReader;
import org.locationtech.jts.geom.Coordinate;
import org.springframework.stereotype.Component;

/** Reads where a trace begins: an id, a feature of a layer, an address code or a place. */
@Component
final class TraceStarts {

    /** How far the link may be that a place or an address is taken to. */
    static final double REACH_METRES = 200;

    private static final Pattern FEATURE = Pattern.compile("drainage-(nodes|links)/([0-9]{1,18})");
    private static final Pattern PLACE =
            Pattern.compile("(-?[0-9]{1,3}(?:\\.[0-9]{1,15})?),(-?[0-9]{1,2}(?:\\.[0-9]{1,15})?)");

    private final AddressLookup addresses;
    private final AreaParameters areas;

    TraceStarts(AddressLookup addresses, AreaParameters areas) {
        this.addresses = addresses;
        this.areas = areas;
    }

    /**
     * The start in a network.
     *
     * @throws ProblemException if there is no such thing in the network, or no link near it
     */
    Start read(String from, Network network, TimeView view) {
        Matcher feature = FEATURE.matcher(from);
        if (feature.matches()) {
            boolean isLink = feature.group(1).equals("links");
            long id = Long.parseLong(feature.group(2));
            return found(isLink ? network.findLinkFeature(id) : network.findNodeFeature(id), isLink, from);
        }
        Matcher place = PLACE.matcher(from);
        if (place.matches()) {
            return near(
                    areas.point("from", Double.parseDouble(place.group(1)), Double.parseDouble(place.group(2)))
                            .getCoordinate(),
                    network);
        }
        int colon = from.indexOf(':');
        String kind = colon < 0 ? "" : from.substring(0, colon);
        String id = from.substring(colon + 1);
        return switch (kind) {
            case "node" -> found(network.findNode(id), false, from);
            case "link" -> found(network.findLink(id), true, from);
            case "address" -> address(id, network, view);
            default -> named(from, network, view);
        };
    }

    private Start named(String id, Network network, TimeView view) {
        OptionalInt node = network.findNode(id);
        if (node.isPresent()) {
            return Start.node(node.getAsInt());
        }
        OptionalInt link = network.findLink(id);
        if (link.isPresent()) {
            return Start.link(link.getAsInt());
        }
        if (CodeReader.read(id) instanceof CodeReader.NotACode) {
            throw notThere(id);
        }
        return address(id, network, view);
    }

    private Start address(String code, Network network, TimeView view) {
        return near(addresses.get(code, view).position().getCoordinate(), network);
    }

    private static Start near(Coordinate place, Network network) {
        return Start.link(network.index()
                .find(place, REACH_METRES)
                .orElseThrow(() -> new ProblemException(Problem.of(
                        ProblemType.NOT_FOUND,
                        "No link of the network is within " + (int) REACH_METRES + " m of this place."))));
    }

    private static Start found(OptionalInt number, boolean isLink, String from) {
        return new Start(isLink, number.orElseThrow(() -> notThere(from)));
    }

    private static ProblemException notThere(String from) {
        return new ProblemException(Problem.of(
                        ProblemType.NOT_FOUND,
                        "The network has nothing that is called \"" + from + "\" on this day. Give the id of a node or "
                                + "link, an address code, or longitude,latitude.")
                .withKnown(List.of(
                        "node:ID",
                        "link:ID",
                        DrainageNetworks.NODES + "/NUMBER",
                        DrainageNetworks.LINKS + "/NUMBER",
                        "CODE",
                        "longitude,latitude")));
    }
}
