package org.diachi.drainage.check;

import java.util.List;
import org.diachi.drainage.network.Network;

/** Checks a network by every {@link Rule}. */
public final class NetworkCheck {

    private NetworkCheck() {}

    /**
     * What is wrong with a network, rule by rule.
     *
     * @param srid the EPSG code of the storage CRS, said of every place
     */
    public static List<Finding> of(Network network, int srid) {
        Findings findings = new Findings(network, srid);
        new NodeRules(network, findings).check();
        new LinkRules(network, findings).check();
        new FlowRules(network, findings).check();
        return findings.list();
    }
}
