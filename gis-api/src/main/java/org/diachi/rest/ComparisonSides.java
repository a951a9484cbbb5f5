package org.diachi.rest;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.diachi.change.Snapshot;
import org.diachi.http.problem.Problem;
import org.diachi.http.problem.ProblemException;
import org.diachi.http.problem.ProblemType;
import org.diachi.landuse.PlanState;
import org.diachi.landuse.PlanStep;
import org.diachi.landuse.Plans;
import org.diachi.landuse.compare.Side;
import org.diachi.layer.Layer;
import org.diachi.layer.LayerCatalogue;
import org.diachi.registry.Registry;
import org.diachi.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what callers want to compare. */
@Component
class ComparisonSides {

    private static final String LAYER = "layer:";
    private static final String ZONES = "zones";

    private final Plans plans;
    private final LayerCatalogue layers;

    ComparisonSides(Registry registry) {
        this.plans = registry.plans();
        this.layers = registry.layers();
    }

    /**
     * A side.
     *
     * @param parameter that told it
     * @param text a plan, a plan@day, a day, or layer:collection
     * @param snapshot whose day counts where the text names none
     * @throws ProblemException if there is no such thing for this caller
     */
    Side read(String parameter, String text, Snapshot snapshot) {
        int at = text.lastIndexOf('@');
        LocalDate told = at < 0 ? findDay(text) : day(parameter, text.substring(at + 1));
        LocalDate day = told == null ? snapshot.asOf() : told;
        String name = at < 0 ? text : text.substring(0, at);
        if (name.startsWith(LAYER)) {
            return new Side(text, layer(parameter, name.substring(LAYER.length())), null, day);
        }
        Snapshot ofDay = snapshot.withAsOf(day);
        String plan = at < 0 && told != null ? inForce(parameter, ofDay) : known(parameter, name, ofDay);
        return new Side(text, layer(parameter, ZONES), plan, day);
    }

    private static @Nullable LocalDate findDay(String text) {
        return text.matches("\\d{4}-\\d{2}-\\d{2}") ? day("from", text) : null;
    }

    private static LocalDate day(String parameter, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw ProblemException.badValue(
                    parameter, "\"" + text + "\" in \"" + parameter + "\" is no day. Give one such as 2026-01-01.");
        }
    }

    private Layer layer(String parameter, String collection) {
        Optional<Layer> found = layers.find(collection)
                .filter(layer -> layer.isOpen()
                        || Caller.current()
                                .filter(caller -> caller.mayReadLayer(collection))
                                .isPresent());
        return found.orElseThrow(() -> new ProblemException(Problem.of(
                ProblemType.NOT_FOUND,
                "There is no layer \"" + collection + "\" that you may read, which \"" + parameter + "\" names.")));
    }

    /** A plan that the caller may see, whatever its step: a zone of it that is valid on the day counts. */
    private String known(String parameter, String identifier, Snapshot snapshot) {
        boolean isThere = plans.findId(identifier).isPresent()
                && (Caller.seesDrafts() || !plans.listDrafts().contains(identifier));
        if (!isThere) {
            Map<String, String> known = plans.list(snapshot, Caller.seesDrafts()).stream()
                    .collect(Collectors.toMap(
                            state -> state.plan().identifier(),
                            state -> state.plan().title()));
            throw new ProblemException(Problem.of(
                            ProblemType.NOT_FOUND,
                            "There is no plan \"" + identifier + "\", which \"" + parameter + "\" names. Known are "
                                    + String.join(", ", known.keySet()) + ".")
                    .withKnown(List.copyOf(known.keySet())));
        }
        return identifier;
    }

    private String inForce(String parameter, Snapshot snapshot) {
        List<String> found = plans.list(snapshot, false).stream()
                .filter(state -> state.step() == PlanStep.LEGAL_FORCE)
                .map(PlanState::plan)
                .map(plan -> plan.identifier())
                .toList();
        if (found.size() != 1) {
            throw ProblemException.badValue(
                    parameter,
                    "On " + snapshot.asOf() + " "
                            + (found.isEmpty() ? "no plan is" : "the plans " + String.join(", ", found) + " are")
                            + " in legal force. Name one, as plan@" + snapshot.asOf() + ".");
        }
        return found.get(0);
    }
}
