package org.diachi.security;

import org.jspecify.annotations.Nullable;

/** Tells who bears a key of this service or a token of an identity provider. */
final class Credentials {

    private final KeyStore keys;
    private final @Nullable TokenReader tokens;

    /** @param tokens absent if no identity provider is configured */
    Credentials(KeyStore keys, @Nullable TokenReader tokens) {
        this.keys = keys;
        this.tokens = tokens;
    }

    Caller read(String text) throws BadCredentialException {
        return tokens == null || text.startsWith(KeyStore.PREFIX) ? keys.read(text) : tokens.read(text);
    }
}
