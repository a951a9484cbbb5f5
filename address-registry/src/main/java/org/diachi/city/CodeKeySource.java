package org.diachi.city;

import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/**
 * Where the key of the codes comes from (see {@link org.diachi.value.CodePermutation}). Where the variable is not set the
 * registry makes a key at its first start and keeps it with its data.
 *
 * @param environment name of the environment variable that may hold the key in hexadecimal digits
 */
public record CodeKeySource(String environment) {

    /**
     * The key that the environment gives.
     *
     * @throws IllegalArgumentException if the variable does not hold pairs of hexadecimal digits
     */
    public Optional<byte[]> findKey(Map<String, String> variables) {
        String hex = variables.get(environment);
        if (hex == null || hex.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(HexFormat.of().parseHex(hex.strip()));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    environment + " must hold the key of the codes as pairs of hexadecimal digits", e);
        }
    }
}
