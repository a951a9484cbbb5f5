package org.diachi.city;

import java.nio.file.Path;

/** A city profile that cannot be used; the message names the file, the key and how to mend it. */
public final class CityProfileException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Made where a fault is found: the file, where in it, what is wrong and how to mend it. */
    public CityProfileException(Path file, String where, String problem, String remedy) {
        super(file + ": " + where + ": " + problem + ". " + remedy);
    }
}
