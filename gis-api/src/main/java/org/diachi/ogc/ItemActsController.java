package org.diachi.ogc;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.diachi.api.ItemActsApi;
import org.diachi.change.Act;
import org.diachi.http.Body;
import org.diachi.http.CrsParameters;
import org.diachi.http.ItemActs;
import org.diachi.http.OutputCrs;
import org.diachi.http.TimeParameters;
import org.diachi.http.problem.Problem;
import org.diachi.http.problem.ProblemException;
import org.diachi.http.problem.ProblemType;
import org.diachi.layer.FeatureRefusedException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** OGC API Features Part 4: create, replace, update and delete, by the acts of whatever keeps the items. */
@RestController
class ItemActsController implements ItemActsApi {

    private static final List<String> READS = List.of("GET", "HEAD", "OPTIONS");

    private final Collections collections;
    private final List<ItemActs> keepers;
    private final SingleItems items;
    private final CrsParameters systems;
    private final TimeParameters times;

    ItemActsController(
            Collections collections,
            List<ItemActs> keepers,
            SingleItems items,
            CrsParameters systems,
            TimeParameters times) {
        this.collections = collections;
        this.keepers = List.copyOf(keepers);
        this.items = items;
        this.systems = systems;
        this.times = times;
    }

    @Override
    public ResponseEntity<Body> createItem(
            String collectionId, ObjectNode item, @Nullable String contentCrs, @Nullable String idempotencyKey) {
        ItemActs keeper = keeper(collectionId);
        requireFeature(item);
        ItemActs.Way way = new ItemActs.Way(Act.REGISTER, firstDay(item), null, null, null);
        return answered(
                () -> keeper.create(collectionId, new ItemActs.Told(item, crs(contentCrs), way), idempotencyKey));
    }

    /** A feature may tell since when it is. */
    private LocalDate firstDay(ObjectNode item) {
        JsonNode told = item.path("properties").path("validFrom");
        if (told.isMissingNode() || told.isNull()) {
            return times.today();
        }
        try {
            return times.view(LocalDate.parse(told.asString()), null).asOf();
        } catch (DateTimeException e) {
            throw FeatureTelling.refuse("/properties/validFrom", "is a day such as 2025-07-01, or null");
        }
    }

    @Override
    public ResponseEntity<Body> replaceItem(
            String collectionId,
            String featureId,
            ObjectNode item,
            @Nullable String act,
            @Nullable LocalDate effective,
            @Nullable String reason,
            @Nullable String document,
            @Nullable String contentCrs,
            @Nullable String ifMatch) {
        ItemActs keeper = keeper(collectionId);
        requireFeature(item);
        OutputCrs crs = crs(contentCrs);
        ItemActs.Way way = way(change(act), effective, reason, document, seen(ifMatch, item));
        return answered(() -> {
            try {
                keeper.replace(collectionId, featureId, new ItemActs.Told(item, crs, way));
            } catch (ProblemException e) {
                throw ifMatch == null ? e : preconditionFailed(e);
            }
            return items.changed(collections.get(collectionId), featureId, way.day(), crs);
        });
    }

    /** What If-Match asks for is not there to match (Part 4, put-rid-exception B). */
    private static ProblemException preconditionFailed(ProblemException e) {
        return e.problem().type().status() == ProblemType.NOT_FOUND.status()
                ? new ProblemException(
                        Problem.of(ProblemType.OUTDATED, e.problem().detail()))
                : e;
    }

    /** Clients that know nothing of If-Match send the version that they have read back with all the rest. */
    private static @Nullable String seen(@Nullable String ifMatch, ObjectNode item) {
        JsonNode version = item.path("properties").path("version");
        return ifMatch == null && version.isIntegralNumber() ? "\"" + version.asString() + "\"" : ifMatch;
    }

    @Override
    public ResponseEntity<Body> updateItem(
            String collectionId,
            String featureId,
            ObjectNode patch,
            @Nullable String act,
            @Nullable LocalDate effective,
            @Nullable String reason,
            @Nullable String document,
            @Nullable String contentCrs,
            @Nullable String ifMatch) {
        ItemActs keeper = keeper(collectionId);
        OutputCrs crs = crs(contentCrs);
        ItemActs.Way way = way(change(act), effective, reason, document, ifMatch);
        return answered(() -> {
            keeper.update(collectionId, featureId, new ItemActs.Told(patch, crs, way));
            return items.changed(collections.get(collectionId), featureId, way.day(), crs);
        });
    }

    @Override
    public ResponseEntity<Void> deleteItem(
            String collectionId,
            String featureId,
            @Nullable LocalDate effective,
            @Nullable String reason,
            @Nullable String document,
            @Nullable String ifMatch) {
        ItemActs keeper = keeper(collectionId);
        ItemActs.Way way = way(Act.RETIRE, effective, reason, document, ifMatch);
        return answered(() -> {
            keeper.retire(collectionId, featureId, way);
            return ResponseEntity.noContent().build();
        });
    }

    @Override
    public ResponseEntity<Void> getItemsOptions(String collectionId) {
        List<String> methods = new ArrayList<>(READS);
        if (allows(collectionId, Act.REGISTER)) {
            methods.add("POST");
        }
        return options(methods);
    }

    @Override
    public ResponseEntity<Void> getItemOptions(String collectionId, String featureId) {
        List<String> methods = new ArrayList<>(READS);
        if (allows(collectionId, Act.CHANGE)) {
            methods.addAll(List.of("PUT", "PATCH"));
        }
        if (allows(collectionId, Act.RETIRE)) {
            methods.add("DELETE");
        }
        return options(methods);
    }

    private boolean allows(String collection, Act act) {
        return findKeeper(collection)
                .filter(keeper -> keeper.allows(collection, act))
                .isPresent();
    }

    private static ResponseEntity<Void> options(List<String> methods) {
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok()
                .header(HttpHeaders.ALLOW, String.join(", ", methods))
                .header(HttpHeaders.VARY, HttpHeaders.AUTHORIZATION);
        if (methods.contains("POST")) {
            answer.header("Accept-Post", "application/geo+json");
        }
        if (methods.contains("PATCH")) {
            answer.header("Accept-Patch", "application/merge-patch+json");
        }
        return answer.build();
    }

    private ItemActs keeper(String collection) {
        return findKeeper(collection)
                .orElseThrow(() -> new ProblemException(Problem.of(
                                ProblemType.METHOD_NOT_ALLOWED,
                                "The items of this collection come about by other acts; here they are only read.")
                        .withKnown(READS)));
    }

    /** Who keeps the items of a collection that can be seen; nobody where they come about by other acts only. */
    private Optional<ItemActs> findKeeper(String collection) {
        collections.get(collection);
        return keepers.stream().filter(keeper -> keeper.keeps(collection)).findFirst();
    }

    private OutputCrs crs(@Nullable String contentCrs) {
        if (contentCrs == null) {
            return systems.output(null);
        }
        String plain = contentCrs.strip();
        boolean isBracketed = plain.startsWith("<") && plain.endsWith(">");
        return systems.output("Content-Crs", isBracketed ? plain.substring(1, plain.length() - 1) : plain);
    }

    private static Act change(@Nullable String act) {
        return Act.of(Objects.requireNonNullElse(act, Act.CHANGE.label()));
    }

    private ItemActs.Way way(
            Act act,
            @Nullable LocalDate effective,
            @Nullable String reason,
            @Nullable String document,
            @Nullable String ifMatch) {
        LocalDate day = times.view(effective, null).asOf();
        return new ItemActs.Way(act, day, reason, document, ifMatch);
    }

    private static void requireFeature(ObjectNode item) {
        if (!item.path("type").stringValue("").equals("Feature")) {
            throw FeatureTelling.refuse("/type", "is \"Feature\"");
        }
    }

    private static <T> ResponseEntity<T> answered(Supplier<ResponseEntity<T>> act) {
        try {
            return act.get();
        } catch (FeatureRefusedException e) {
            throw new ProblemException(Problem.of(type(e.rule()), e.getMessage() + "."));
        }
    }

    private static ProblemType type(FeatureRefusedException.Rule rule) {
        return switch (rule) {
            case NOT_THERE -> ProblemType.NOT_FOUND;
            case VERSION_CONFLICT -> ProblemType.OUTDATED;
            case UNKNOWN_PLAN -> ProblemType.UNPROCESSABLE;
        };
    }
}
