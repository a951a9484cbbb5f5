package org.diachi.change;

/** The key of an earlier request came with another request. */
public final class KeyReusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String key;

    KeyReusedException(RequestKey request) {
        super("The key \"" + request.key() + "\" was used for another request. Choose a new key for a new request.");
        this.key = request.key();
    }

    /** The key that came twice. */
    public String key() {
        return key;
    }
}
