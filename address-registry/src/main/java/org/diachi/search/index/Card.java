package org.diachi.search.index;

import java.util.List;
import java.util.Objects;
import org.diachi.value.AddressKind;
import org.diachi.value.AddressStatus;
import org.diachi.value.Code;

/**
 * What is compared with a question: of an address object no more than that.
 *
 * @param forms its states in the order of their days, and what else it is addressed by
 * @param x easting in metres of the storage CRS
 * @param y northing
 */
public record Card(Code code, AddressKind kind, List<AddressForm> forms, double x, double y) {

    public Card {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(kind, "kind");
        forms = List.copyOf(forms);
    }

    /** Its state on a day; the nearest if there is none on that day. */
    public AddressForm on(long day) {
        AddressForm best = forms.get(0);
        for (AddressForm form : forms) {
            if (form.origin() == AddressForm.Origin.STATE && (form.from() <= day || best.from() > day)) {
                best = form.from() <= day || form.from() < best.from() ? form : best;
            }
        }
        return best;
    }

    /** Its status on a day. */
    public AddressStatus status(long day) {
        return on(day).status();
    }
}
