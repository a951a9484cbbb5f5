package org.diachi.ogc;

import java.util.ArrayList;
import java.util.List;
import org.diachi.http.problem.Problem;
import org.diachi.http.problem.ProblemException;
import org.diachi.http.problem.ProblemType;
import org.diachi.layer.Layer;
import org.diachi.registry.Registry;
import org.diachi.security.Caller;
import org.springframework.stereotype.Component;

/** The collections that a caller can see. */
@Component
class Collections {

    private final Registry registry;
    private final List<Collection> own;

    Collections(Registry registry, AddressCollection addresses, PlaceCollection places) {
        this.registry = registry;
        this.own = List.of(addresses, places);
    }

    List<Collection> list() {
        List<Collection> all = new ArrayList<>(own);
        for (Layer layer : registry.layers().list()) {
            if (isVisible(layer)) {
                all.add(new LayerCollection(layer, registry));
            }
        }
        return all;
    }

    private static boolean isVisible(Layer layer) {
        return layer.isOpen()
                || Caller.current()
                        .filter(caller -> caller.mayReadLayer(layer.collection()))
                        .isPresent();
    }

    Collection get(String id) {
        for (Collection collection : own) {
            if (collection.id().equals(id)) {
                return collection;
            }
        }
        return registry.layers()
                .find(id)
                .filter(Collections::isVisible)
                .<Collection>map(layer -> new LayerCollection(layer, registry))
                .orElseThrow(() -> unknown(id));
    }

    private ProblemException unknown(String id) {
        List<String> known = list().stream().map(Collection::id).toList();
        String detail = "There is no collection \"" + id + "\". Known are " + String.join(", ", known) + ".";
        return new ProblemException(Problem.of(ProblemType.NOT_FOUND, detail).withKnown(known));
    }
}
