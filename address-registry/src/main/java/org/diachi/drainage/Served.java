package org.diachi.drainage;

import java.util.List;

/**
 * What hangs on a trace.
 *
 * @param catchments those that drain to its nodes
 * @param addresses codes of current address objects whose nearest link is one of its links, in alphabetical order
 * @param linksAsked of how many of its links, those nearest to the start, addresses were sought
 */
public record Served(List<Catchment> catchments, List<String> addresses, int linksAsked) {

    public Served {
        catchments = List.copyOf(catchments);
        addresses = List.copyOf(addresses);
    }
}
