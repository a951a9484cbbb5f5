package org.diachi.ogc;

import jakarta.servlet.http.HttpServletRequest;
import java.util.function.UnaryOperator;
import org.diachi.change.Act;
import org.diachi.change.ActContext;
import org.diachi.http.Body;
import org.diachi.http.IfMatch;
import org.diachi.http.ItemActs;
import org.diachi.http.PersonalAccess;
import org.diachi.layer.FeatureContent;
import org.diachi.layer.FeatureRegister;
import org.diachi.layer.Layer;
import org.diachi.registry.Registry;
import org.diachi.security.ActRights;
import org.diachi.security.Caller;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** The items of layers: created, replaced, updated and ended by the acts of the register of features. */
@Component
class LayerItems implements ItemActs {

    private final Registry registry;
    private final FeatureRegister features;
    private final FeatureTelling tellings;
    private final Collections collections;
    private final Items items;
    private final PersonalAccess access;
    private final HttpServletRequest request;

    LayerItems(
            Registry registry,
            FeatureTelling tellings,
            Collections collections,
            Items items,
            PersonalAccess access,
            HttpServletRequest request) {
        this.registry = registry;
        this.features = registry.featureRegister();
        this.tellings = tellings;
        this.collections = collections;
        this.items = items;
        this.access = access;
        this.request = request;
    }

    @Override
    public boolean keeps(String collection) {
        return registry.layers().find(collection).isPresent();
    }

    @Override
    public boolean allows(String collection, Act act) {
        return Caller.current()
                .filter(caller -> caller.is(ActRights.leastRole(act)))
                .filter(caller -> caller.bounds().allowWritingLayer(collection))
                .isPresent();
    }

    @Override
    public ResponseEntity<Body> create(String collection, Told told) {
        Layer layer = permitted(collection, told.way().act(), "a new feature");
        FeatureContent content = tellings.create(layer, told);
        FeatureRegister.Done done = features.enter(layer, content, context(told.way()));
        return items.created(
                collections.get(collection),
                String.valueOf(done.id()),
                told.way().day(),
                told.crs());
    }

    @Override
    public void replace(String collection, String id, Told told) {
        Layer layer = permitted(collection, told.way().act(), id);
        change(
                layer,
                id,
                told.way(),
                present -> tellings.replace(layer, present, told, access.hidden(layer.personalFields())));
    }

    @Override
    public void update(String collection, String id, Told told) {
        Layer layer = permitted(collection, told.way().act(), id);
        change(layer, id, told.way(), present -> tellings.update(layer, present, told));
    }

    private void change(Layer layer, String id, Way way, UnaryOperator<FeatureContent> change) {
        long number = Items.number(collections.get(layer.collection()), id, way.day());
        Integer seen = IfMatch.version(way.ifMatch());
        if (way.act() == Act.CORRECT) {
            features.correct(layer, number, seen, change, context(way));
        } else {
            features.change(layer, number, seen, change, context(way));
        }
    }

    @Override
    public void retire(String collection, String id, Way way) {
        Layer layer = permitted(collection, way.act(), id);
        long number = Items.number(collections.get(collection), id, way.day());
        features.retire(layer, number, IfMatch.version(way.ifMatch()), context(way));
    }

    private Layer permitted(String collection, Act act, String subject) {
        Caller caller = caller();
        ActRights.requireLayer(caller, act, collection, subject);
        return registry.layers().find(collection).orElseThrow();
    }

    private static Caller caller() {
        return Caller.current()
                .orElseThrow(() -> new IllegalStateException("A write has come past security without a key"));
    }

    private ActContext context(Way way) {
        return new ActContext(caller().actor(), way.day(), way.reason(), way.document(), null)
                .from(request.getRemoteAddr());
    }
}
