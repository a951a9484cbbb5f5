package org.diachi.search.index;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.diachi.value.AddressStatus;
import org.jspecify.annotations.Nullable;

/** Counts the addresses of streets in wards, and finds the middles of the streets. Not thread-safe. */
final class StreetTally {

    private final long today;
    private final Map<String, Sum> sums = new HashMap<>();

    StreetTally(LocalDate today) {
        this.today = today.toEpochDay();
    }

    private static final class Sum {
        private final String name;
        private final String key;
        private final @Nullable Long ward;
        private int members;
        private int addresses;
        private double x;
        private double y;

        Sum(AddressForm form, String name, String key) {
            this.name = name;
            this.key = key;
            this.ward = form.ward();
        }
    }

    /** Counts an object on all its streets. */
    void add(Card card) {
        add(card, null);
    }

    /** Counts an object on some of its streets; on all if none are named. */
    void add(Card card, @Nullable Set<String> wanted) {
        String last = "";
        for (AddressForm form : card.forms()) {
            String name = form.street();
            String key = form.streetKey();
            if (form.origin() == AddressForm.Origin.HOST || name == null || key == null) {
                continue;
            }
            String street = Fields.streetInWard(key, form.ward());
            if (!street.equals(last) && (wanted == null || wanted.contains(street))) {
                last = street;
                Sum sum = sums.computeIfAbsent(street, s -> new Sum(form, name, key));
                sum.members++;
                sum.x += card.x();
                sum.y += card.y();
                sum.addresses += isUsed(form) ? 1 : 0;
            }
        }
    }

    private boolean isUsed(AddressForm form) {
        return !form.isFormer(today)
                && form.status() != AddressStatus.RETIRED
                && form.status() != AddressStatus.REJECTED;
    }

    /** The streets by {@link Fields#streetInWard}. */
    Map<String, StreetCard> cards() {
        Map<String, StreetCard> cards = new HashMap<>();
        sums.forEach((street, sum) -> cards.put(
                street,
                new StreetCard(sum.name, sum.key, sum.ward, sum.addresses, sum.x / sum.members, sum.y / sum.members)));
        return cards;
    }
}
