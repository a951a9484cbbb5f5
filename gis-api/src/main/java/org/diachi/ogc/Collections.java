package org.diachi.ogc;

import java.util.ArrayList;
import java.util.List;
import org.diachi.city.PersonalFields;
import org.diachi.http.PersonalAccess;
import org.diachi.http.address.AddressParameters;
import org.diachi.http.problem.Problem;
import org.diachi.http.problem.ProblemException;
import org.diachi.http.problem.ProblemType;
import org.diachi.layer.Layer;
import org.diachi.registry.Registry;
import org.diachi.security.Caller;
import org.springframework.stereotype.Component;

/** The collections that a caller can see, each with what this caller may see of it, whichever thread reads it. */
@Component
class Collections {

    private final Registry registry;
    private final AddressParameters parameters;
    private final PlaceCollection places;
    private final PersonalAccess access;

    Collections(Registry registry, AddressParameters parameters, PlaceCollection places, PersonalAccess access) {
        this.registry = registry;
        this.parameters = parameters;
        this.places = places;
        this.access = access;
    }

    /** Those that are no layers. */
    private List<Collection> own() {
        PersonalFields hidden = access.hidden(registry.profile().personalFields());
        return List.of(new AddressCollection(registry, parameters, hidden), places);
    }

    List<Collection> list() {
        List<Collection> all = new ArrayList<>(own());
        for (Layer layer : registry.layers().list()) {
            if (isVisible(layer)) {
                all.add(collection(layer));
            }
        }
        return all;
    }

    private Collection collection(Layer layer) {
        return new LayerCollection(layer, registry, access.hidden(layer.personalFields()), Caller.seesDrafts());
    }

    private static boolean isVisible(Layer layer) {
        return layer.isOpen()
                || Caller.current()
                        .filter(caller -> caller.mayReadLayer(layer.collection()))
                        .isPresent();
    }

    Collection get(String id) {
        for (Collection collection : own()) {
            if (collection.id().equals(id)) {
                return collection;
            }
        }
        return registry.layers()
                .find(id)
                .filter(Collections::isVisible)
                .map(this::collection)
                .orElseThrow(() -> unknown(id));
    }

    private ProblemException unknown(String id) {
        List<String> known = list().stream().map(Collection::id).toList();
        String detail = "There is no collection \"" + id + "\". Known are " + String.join(", ", known) + ".";
        return new ProblemException(Problem.of(ProblemType.NOT_FOUND, detail).withKnown(known));
    }
}
