package org.diachi.db;

/** The database cannot be used as it is; the message tells the operator what is wrong and how to mend it. */
public final class DatabaseSetupException extends RuntimeException {

    /** Makes one from a message for the operator. */
    public DatabaseSetupException(String message) {
        super(message);
    }

    /** Makes one from a message for the operator and the failure behind it. */
    public DatabaseSetupException(String message, Throwable cause) {
        super(message, cause);
    }
}
