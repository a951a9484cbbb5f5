package org.diachi.search.batch;

import java.time.LocalDate;
import java.util.List;
import org.diachi.address.Lineage;
import org.diachi.city.AddressGrammar;
import org.diachi.city.CityProfile;
import org.diachi.search.AddressSearch;
import org.diachi.search.find.Grade;
import org.diachi.search.find.Hit;
import org.diachi.search.find.SearchRequest;
import org.diachi.search.find.Target;
import org.diachi.search.index.AddressForm;
import org.diachi.search.index.Snapshot;
import org.diachi.search.place.UnitState;
import org.diachi.value.AddressStatus;
import org.diachi.value.Crs;
import org.diachi.value.CrsTransform;
import org.jspecify.annotations.Nullable;

/** Matches one written address after the other. Thread-safe. */
final class RowMatcher {

    private static final int MOST_CANDIDATES = 5;

    private final AddressSearch search;
    private final AddressGrammar grammar;
    private final CrsTransform toWgs84;
    private final LocalDate today;

    RowMatcher(AddressSearch search, CityProfile profile, LocalDate today) {
        this.search = search;
        this.grammar = profile.grammar();
        this.toWgs84 = CrsTransform.between(profile.storageCrs(), Crs.CRS84);
        this.today = today;
    }

    MatchedRow match(String text, Snapshot index) {
        if (text.isBlank()) {
            return MatchedRow.unreadable("there is no address");
        }
        if (text.length() > SearchRequest.MOST_LETTERS) {
            return MatchedRow.unreadable("longer than any address");
        }
        List<Hit> hits = search.find(SearchRequest.of(text, MOST_CANDIDATES, today), index);
        return hits.isEmpty() ? MatchedRow.NOTHING : row(hits, index);
    }

    private MatchedRow row(List<Hit> hits, Snapshot index) {
        Hit best = hits.get(0);
        Target target = best.target();
        double[] xy = {target.x(), target.y()};
        if (target.hasPosition()) {
            toWgs84.apply(xy, 1);
        }
        Target.OfObject object = target instanceof Target.OfObject found ? found : null;
        return new MatchedRow(
                object == null ? null : object.key(),
                best.match().grade().name(),
                best.match().score(),
                target.kind().label(),
                address(target, index),
                best.match().differs(),
                object == null ? null : object.status().label(),
                object == null ? List.of() : successors(object, index),
                best.match().grade() == Grade.C ? candidates(hits) : List.of(),
                target.hasPosition() ? Double.valueOf(xy[0]) : null,
                target.hasPosition() ? Double.valueOf(xy[1]) : null,
                null);
    }

    private String address(Target target, Snapshot index) {
        if (target instanceof Target.OfObject object) {
            AddressForm form = object.form();
            String address = grammar.formatAddress(form.number(), form.street(), ward(form.ward(), index));
            return form.name() == null ? address : form.name() + ", " + address;
        }
        if (target instanceof Target.OfStreet street) {
            return grammar.formatAddress(
                    null, street.main().name(), ward(street.main().ward(), index));
        }
        return ((Target.OfUnit) target).state().fullName();
    }

    private @Nullable String ward(@Nullable Long ward, Snapshot index) {
        return index.units().findState(ward, today).map(UnitState::fullName).orElse(null);
    }

    private List<String> successors(Target.OfObject object, Snapshot index) {
        if (object.status() != AddressStatus.RETIRED) {
            return List.of();
        }
        return index.object(object.doc(), today).successors().stream()
                .map(Lineage::code)
                .map(Object::toString)
                .toList();
    }

    private static List<String> candidates(List<Hit> hits) {
        return hits.stream()
                .skip(1)
                .map(Hit::target)
                .filter(Target.OfObject.class::isInstance)
                .map(Target::key)
                .toList();
    }
}
