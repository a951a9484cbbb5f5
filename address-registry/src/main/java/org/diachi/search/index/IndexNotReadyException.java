package org.diachi.search.index;

/** The search index of this node has never been built, or is being built for the first time. */
public final class IndexNotReadyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    IndexNotReadyException() {
        super("The search index of this node is not built yet");
    }
}
