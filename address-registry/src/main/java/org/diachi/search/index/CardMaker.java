package org.diachi.search.index;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.diachi.address.AddressObject;
import org.diachi.address.AddressState;
import org.diachi.address.Part;
import org.diachi.city.AddressGrammar;
import org.diachi.search.index.AddressForm.Origin;
import org.diachi.value.Period;
import org.jspecify.annotations.Nullable;

/** Makes cards of objects. Thread-safe. */
final class CardMaker {

    private final AddressGrammar grammar;

    CardMaker(AddressGrammar grammar) {
        this.grammar = grammar;
    }

    /**
     * The card of an object.
     *
     * @param states of the object, in the order of their days; at least one
     * @param hosts states of the objects in which it is or was
     */
    Card make(List<AddressState> states, List<AddressState> hosts) {
        AddressObject last = states.get(states.size() - 1).object();
        List<AddressForm> forms = new ArrayList<>();
        states.forEach(state -> add(form(Origin.STATE, state), forms));
        AddressState latest = states.get(states.size() - 1);
        latest.object().parts().forEach(part -> addEntrance(latest, part, forms));
        for (AddressState state : states) {
            hosts.stream()
                    .filter(host -> host.object().code().equals(state.object().locatedAt()))
                    .filter(host -> host.object().street() != null)
                    .forEach(host -> add(atHost(state, host), forms));
        }
        return new Card(
                last.code(),
                last.kind(),
                forms,
                last.position().getX(),
                last.position().getY());
    }

    /** A state that continues the last one but for what nobody searches by is one with it. */
    private static void add(AddressForm form, List<AddressForm> forms) {
        if (!forms.isEmpty()) {
            AddressForm last = forms.get(forms.size() - 1);
            if (last.to() == form.from() && last.equals(form.during(last.from(), last.to()))) {
                forms.set(forms.size() - 1, form.during(last.from(), form.to()));
                return;
            }
        }
        forms.add(form);
    }

    private AddressForm form(Origin origin, AddressState state) {
        AddressObject object = state.object();
        return form(origin, object, object.houseNumber(), object.street(), state.ward());
    }

    private AddressForm form(
            Origin origin,
            AddressObject object,
            @Nullable String number,
            @Nullable String street,
            @Nullable Long ward) {
        Period valid = object.valid();
        return new AddressForm(
                origin,
                valid.from().toEpochDay(),
                day(valid.to()),
                object.status(),
                number,
                number == null ? null : grammar.houseNumberKey(number),
                street,
                street == null ? null : grammar.streetKey(street),
                object.name(),
                object.name() == null ? null : grammar.nameKey(object.name()),
                ward);
    }

    private static long day(@Nullable LocalDate day) {
        return day == null ? Long.MAX_VALUE : day.toEpochDay();
    }

    private void addEntrance(AddressState state, Part part, List<AddressForm> forms) {
        AddressObject object = state.object();
        boolean isOwn = part.houseNumber() != null || part.street() != null;
        if (isOwn) {
            String street = part.street() == null ? object.street() : part.street();
            AddressForm form = form(Origin.ENTRANCE, object, part.houseNumber(), street, state.ward());
            boolean isKnown = forms.stream()
                    .anyMatch(known -> Objects.equals(known.numberKey(), form.numberKey())
                            && Objects.equals(known.streetKey(), form.streetKey()));
            if (!isKnown) {
                forms.add(form);
            }
        }
    }

    /** What is in a building has the building's address; its name is its own. */
    private AddressForm atHost(AddressState state, AddressState host) {
        AddressObject there = host.object();
        AddressForm own = form(Origin.HOST, state.object(), there.houseNumber(), there.street(), host.ward());
        long from = Math.max(own.from(), there.valid().from().toEpochDay());
        long to = Math.min(own.to(), day(there.valid().to()));
        return new AddressForm(
                own.origin(),
                Math.min(from, to),
                to,
                own.status(),
                own.number(),
                own.numberKey(),
                own.street(),
                own.streetKey(),
                own.name(),
                own.nameKey(),
                own.ward());
    }
}
