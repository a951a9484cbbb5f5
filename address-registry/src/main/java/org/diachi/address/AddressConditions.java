package org.diachi.address;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.diachi.change.Snapshot;
import org.diachi.city.AddressGrammar;
import org.diachi.db.Geometries;
import org.diachi.db.Where;
import org.diachi.value.AddressKind;
import org.diachi.value.AddressStatus;
import org.diachi.value.Crs;
import org.diachi.value.ExternalId;
import org.jspecify.annotations.Nullable;

/** Turns a query into conditions on {@code registry.address_version v}. */
final class AddressConditions {

    private final AddressGrammar grammar;
    private final double metresPerUnit;

    AddressConditions(AddressGrammar grammar, Crs storageCrs) {
        this.grammar = grammar;
        this.metresPerUnit = storageCrs.metresPerUnit();
    }

    Where of(AddressQuery query, Snapshot snapshot) {
        Where where = new Where();
        addPlace(where, query);
        addNames(where, query);
        addLabels(where, "v.kind = ANY (?)", query.kinds(), AddressKind::label);
        addLabels(where, "v.status = ANY (?)", query.statuses(), AddressStatus::label);
        if (query.externalId() != null) {
            addExternalId(where, query.externalId(), snapshot);
        }
        if (query.after() != null) {
            where.and("v.code > ?", query.after().toString());
        }
        return where;
    }

    private void addPlace(Where where, AddressQuery query) {
        if (query.area() != null) {
            where.and("ST_Intersects(v.shape, ST_GeomFromEWKB(?))", (Object) Geometries.ewkb(query.area()));
        }
        AddressQuery.Near near = query.near();
        if (near != null) {
            double radius = near.metres() / metresPerUnit;
            where.and("ST_DWithin(v.shape, ST_GeomFromEWKB(?), ?)", Geometries.ewkb(near.centre()), radius);
        }
        if (query.wards() != null) {
            where.and("v.ward = ANY (?)", (Object) query.wards().toArray(Long[]::new));
        }
    }

    private void addNames(Where where, AddressQuery query) {
        AddressKey key = AddressKey.of(query.number(), query.street(), null, grammar);
        if (key.isComparable()) {
            where.and(
                    "((v.street_key = ? AND v.number_key = ?) OR v.part_keys @> ARRAY[?::text])",
                    Objects.requireNonNull(key.street()),
                    Objects.requireNonNull(key.number()),
                    key.streetAndNumber());
        } else {
            addEqual(where, "v.street_key = ?", key.street());
            addEqual(where, "v.number_key = ?", key.number());
        }
        addEqual(where, "v.name = ?", query.name());
    }

    private static void addEqual(Where where, String fragment, @Nullable String value) {
        if (value != null) {
            where.and(fragment, value);
        }
    }

    private static <T> void addLabels(Where where, String fragment, List<T> values, Function<T, String> label) {
        if (!values.isEmpty()) {
            where.and(fragment, (Object) values.stream().map(label).toArray(String[]::new));
        }
    }

    /** Who bears an id now is in one index, who bore it once in another; each half of the question uses its own. */
    private static void addExternalId(Where where, ExternalId id, Snapshot snapshot) {
        if (snapshot.isLatest()) {
            where.and(
                    "v.code IN (SELECT x.code FROM registry.external_id x"
                            + " WHERE x.scheme = ? AND x.value = ? AND x.ended IS NULL)",
                    id.scheme(),
                    id.value());
        } else {
            where.and(
                    "v.code IN (SELECT x.code FROM registry.external_id x"
                            + " WHERE x.scheme = ? AND x.value = ? AND x.added <= ? AND x.ended IS NULL"
                            + " UNION ALL SELECT x.code FROM registry.external_id x"
                            + " WHERE x.scheme = ? AND x.value = ? AND x.added <= ? AND x.ended > ?)",
                    id.scheme(),
                    id.value(),
                    snapshot.seq(),
                    id.scheme(),
                    id.value(),
                    snapshot.seq(),
                    snapshot.seq());
        }
    }
}
