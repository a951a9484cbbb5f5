package org.diachi.value;

/**
 * The identifier of the same thing in another register: a cross-reference, never a key of ours.
 *
 * @param scheme who numbers, for example {@code osm} or {@code v-postcode}; without white space
 * @param value the identifier there, kept as given
 */
public record ExternalId(String scheme, String value) {

    /**
     * Checks both parts.
     *
     * @throws IllegalArgumentException if a part is blank or the scheme contains white space
     */
    public ExternalId {
        if (scheme.isEmpty() || scheme.chars().anyMatch(Character::isWhitespace)) {
            throw new IllegalArgumentException("The scheme of an external id is one word, not '" + scheme + "'");
        }
        if (value.isBlank()) {
            throw new IllegalArgumentException("The external id of scheme '" + scheme + "' is blank");
        }
    }

    /** {@code scheme:value}. */
    @Override
    public String toString() {
        return scheme + ":" + value;
    }
}
