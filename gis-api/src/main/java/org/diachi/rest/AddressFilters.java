package org.diachi.rest;

import java.util.List;
import java.util.Objects;
import org.diachi.address.AddressQuery;
import org.diachi.change.Snapshot;
import org.diachi.http.AreaParameters;
import org.diachi.http.address.AddressParameters;
import org.diachi.http.problem.ProblemException;
import org.diachi.value.ExternalId;
import org.springframework.stereotype.Component;

/** Reads the conditions of a list of addresses. */
@Component
class AddressFilters {

    private final AreaParameters areas;
    private final AddressParameters parameters;

    AddressFilters(AreaParameters areas, AddressParameters parameters) {
        this.areas = areas;
        this.parameters = parameters;
    }

    AddressQuery read(AddressFilter filter, Snapshot snapshot) {
        requirePlaceOfNumber(filter);
        return new AddressQuery(
                areas.area(filter.bbox(), filter.bboxCrs()),
                areas.near(filter.near()),
                parameters.wards(filter.ward(), snapshot),
                filter.street(),
                filter.number(),
                parameters.kinds(Objects.requireNonNullElse(filter.kind(), List.of())),
                parameters.statuses(Objects.requireNonNullElse(filter.status(), List.of())),
                filter.externalId() == null ? null : readExternalId(filter.externalId()),
                null,
                null);
    }

    /** Half the houses of a country have a number 12: nobody wants them, and the whole register would be read. */
    private static void requirePlaceOfNumber(AddressFilter filter) {
        boolean hasPlace = filter.street() != null
                || filter.ward() != null
                || filter.bbox() != null
                || filter.near() != null
                || filter.externalId() != null;
        if (filter.number() != null && !hasPlace) {
            throw ProblemException.badValue(
                    "number",
                    "The parameter \"number\" alone names houses in every street. Tell street, ward, bbox or near too.");
        }
    }

    /**
     * An external id as callers write it: scheme and value with a colon between.
     *
     * @throws ProblemException if it is none
     */
    static ExternalId readExternalId(String text) {
        int colon = text.indexOf(':');
        if (colon <= 0 || colon == text.length() - 1) {
            throw ProblemException.badValue(
                    "externalId",
                    "The parameter \"externalId\" is \"" + text + "\". Give scheme:value, as osm:way/42.");
        }
        try {
            return new ExternalId(text.substring(0, colon), text.substring(colon + 1));
        } catch (IllegalArgumentException e) {
            throw ProblemException.badValue("externalId", e.getMessage() + ". Give scheme:value, as osm:way/42.");
        }
    }
}
