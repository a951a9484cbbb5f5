package org.diachi.http;

import java.io.IOException;
import java.io.OutputStream;

/** The body of an answer that writes itself, so that no tree of objects stands between the rows and the wire. */
@FunctionalInterface
public interface Body {

    /** Writes the body; does not close the stream. */
    void writeTo(OutputStream out) throws IOException;

    /** How many bytes that will be, or -1 if nobody knows yet. */
    default long length() {
        return -1;
    }

    /** A body that is there already. */
    static Body of(byte[] bytes) {
        return new Body() {
            @Override
            public void writeTo(OutputStream out) throws IOException {
                out.write(bytes);
            }

            @Override
            public long length() {
                return bytes.length;
            }
        };
    }
}
