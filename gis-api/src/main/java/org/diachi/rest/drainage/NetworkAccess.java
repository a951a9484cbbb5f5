package org.diachi.rest.drainage;

import java.util.List;
import org.diachi.drainage.DrainageNetworks;
import org.diachi.http.problem.Problem;
import org.diachi.http.problem.ProblemException;
import org.diachi.http.problem.ProblemType;
import org.diachi.layer.Layer;
import org.diachi.layer.LayerCatalogue;
import org.diachi.registry.Registry;
import org.diachi.security.Caller;
import org.springframework.stereotype.Component;

/** Who may see the network: whoever may read both of its layers; of what hangs on it, whoever may read that layer too. */
@Component
final class NetworkAccess {

    private final LayerCatalogue layers;

    NetworkAccess(Registry registry) {
        this.layers = registry.layers();
    }

    /**
     * Makes sure that the caller may see the network.
     *
     * @throws ProblemException as if there were no network, if not
     */
    void require() {
        for (String collection : List.of(DrainageNetworks.NODES, DrainageNetworks.LINKS)) {
            if (!mayRead(collection)) {
                throw new ProblemException(Problem.of(
                        ProblemType.NOT_FOUND, "There is no drainage network here, or you may not read its layers."));
            }
        }
    }

    /** Whether there is a layer that the caller may read. */
    boolean mayRead(String collection) {
        return layers.find(collection).filter(NetworkAccess::isVisible).isPresent();
    }

    private static boolean isVisible(Layer layer) {
        return layer.isOpen()
                || Caller.current()
                        .filter(caller -> caller.mayReadLayer(layer.collection()))
                        .isPresent();
    }
}
