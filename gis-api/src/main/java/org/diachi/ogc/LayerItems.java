package org.diachi.ogc;

import jakarta.servlet.http.HttpServletRequest;
import java.util.function.UnaryOperator;
import org.diachi.change.Act;
import org.diachi.change.ActContext;
import org.diachi.change.RequestKey;
import org.diachi.city.PersonalFields;
import org.diachi.http.Body;
import org.diachi.http.IdempotencyKey;
import org.diachi.http.IfMatch;
import org.diachi.http.ItemActs;
import org.diachi.http.PersonalAccess;
import org.diachi.http.StoredAnswers;
import org.diachi.layer.FeatureContent;
import org.diachi.layer.FeatureRegister;
import org.diachi.layer.Layer;
import org.diachi.registry.Registry;
import org.diachi.security.ActRights;
import org.diachi.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** The items of layers: created, replaced, updated and ended by the acts of the register of features. */
@Component
class LayerItems implements ItemActs {

    private final Registry registry;
    private final ActRights rights;
    private final FeatureRegister features;
    private final FeatureTelling tellings;
    private final Collections collections;
    private final SingleItems items;
    private final PersonalAccess access;
    private final IdempotencyKey keys;
    private final HttpServletRequest request;

    LayerItems(
            Registry registry,
            ActRights rights,
            FeatureTelling tellings,
            Collections collections,
            SingleItems items,
            PersonalAccess access,
            IdempotencyKey keys,
            HttpServletRequest request) {
        this.registry = registry;
        this.rights = rights;
        this.features = registry.featureRegister();
        this.tellings = tellings;
        this.collections = collections;
        this.items = items;
        this.access = access;
        this.keys = keys;
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
    public ResponseEntity<Body> create(String collection, Told told, @Nullable String key) {
        String subject = "a new feature";
        Layer layer = permitted(collection, told.way().act(), subject);
        FeatureContent content = tellings.create(layer, told);
        rights.requireGround(caller(), told.way().act(), content.shape(), subject);
        ActContext context = context(told.way());
        if (key == null) {
            return created(collection, features.enter(layer, content, context), told);
        }
        RequestKey once = keys.read(
                key, context.actor(), told.feature() + " " + told.crs().header());
        return StoredAnswers.toResponse(features.enterOnce(
                once, layer, content, context, done -> StoredAnswers.of(created(collection, done, told))));
    }

    private ResponseEntity<Body> created(String collection, FeatureRegister.Done done, Told told) {
        return items.created(
                collections.get(collection),
                String.valueOf(done.id()),
                told.way().day(),
                told.crs());
    }

    @Override
    public void replace(String collection, String id, Told told) {
        Layer layer = permitted(collection, told.way().act(), id);
        // Asked here: the act may be done on the thread of another's request.
        PersonalFields hidden = access.hidden(layer.personalFields());
        change(layer, id, told, present -> tellings.replace(layer, present, told, hidden));
    }

    @Override
    public void update(String collection, String id, Told told) {
        Layer layer = permitted(collection, told.way().act(), id);
        change(layer, id, told, present -> tellings.update(layer, present, told));
    }

    private void change(Layer layer, String id, Told told, UnaryOperator<FeatureContent> change) {
        Way way = told.way();
        Item now = SingleItems.find(collections.get(layer.collection()), id, way.day());
        FeatureTelling.requireGiven(told.feature(), now.valid());
        long number = Ids.read(now.id()).orElseThrow();
        Integer seen = IfMatch.version(way.ifMatch());
        Caller caller = caller();
        UnaryOperator<FeatureContent> permitted = present -> {
            rights.requireGround(caller, way.act(), present.shape(), id);
            FeatureContent changed = change.apply(present);
            rights.requireGround(caller, way.act(), changed.shape(), id);
            return changed;
        };
        if (way.act() == Act.CORRECT) {
            features.correct(layer, number, seen, permitted, context(way));
        } else {
            features.change(layer, number, seen, permitted, context(way));
        }
    }

    @Override
    public void retire(String collection, String id, Way way) {
        Layer layer = permitted(collection, way.act(), id);
        long number = Ids.read(SingleItems.find(collections.get(collection), id, way.day())
                        .id())
                .orElseThrow();
        Caller caller = caller();
        features.retire(
                layer,
                number,
                IfMatch.version(way.ifMatch()),
                present -> rights.requireGround(caller, way.act(), present.shape(), id),
                context(way));
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
