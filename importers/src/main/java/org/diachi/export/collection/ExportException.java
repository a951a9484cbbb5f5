package org.diachi.export.collection;

/** An export that cannot be made as it was asked for; the message says what would do. */
public final class ExportException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ExportException(String message) {
        super(message);
    }
}
