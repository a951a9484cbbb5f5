package org.diachi.rest.drainage;

import java.util.List;
import org.diachi.drainage.check.Finding;
import org.diachi.drainage.check.NetworkCheck;
import org.diachi.drainage.network.Network;
import org.jspecify.annotations.Nullable;

/** The findings of the network that was asked for last, so that its pages need not check it again. Thread-safe. */
final class LastFindings {

    private final int srid;
    private volatile @Nullable Checked last;

    private record Checked(Network network, List<Finding> findings) {}

    LastFindings(int srid) {
        this.srid = srid;
    }

    List<Finding> of(Network network) {
        Checked known = last;
        if (known == null || known.network() != network) {
            known = new Checked(network, NetworkCheck.of(network, srid));
            last = known;
        }
        return known.findings();
    }
}
