package org.diachi.search.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.diachi.city.AddressStyle;

/** Decodes raw keys of the ways to type that a city's profile names. */
final class TypingRule {

    private final Set<AddressStyle.Typing> known;

    TypingRule(Set<AddressStyle.Typing> known) {
        this.known = known;
    }

    /** What a word of plain letters and digits may be, if its keys were raw. */
    List<String> decode(String word) {
        List<String> decoded = new ArrayList<>();
        if (known.contains(AddressStyle.Typing.TELEX)) {
            Telex.decode(word).ifPresent(decoded::add);
        }
        if (known.contains(AddressStyle.Typing.VNI)) {
            Vni.decode(word).ifPresent(decoded::add);
        }
        return decoded;
    }

    /** Whether the digits of a word are raw keys for marks. */
    boolean isMarkedByDigits(String word) {
        return known.contains(AddressStyle.Typing.VNI)
                && Vni.decode(word).filter(decoded -> !decoded.isEmpty()).isPresent();
    }

    static Optional<String> changed(String word, CharSequence decoded) {
        return decoded.toString().equals(word) ? Optional.empty() : Optional.of(decoded.toString());
    }
}
