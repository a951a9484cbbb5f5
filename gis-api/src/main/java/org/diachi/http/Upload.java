package org.diachi.http;

import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.Objects;
import org.springframework.http.MediaType;

/**
 * The body of a request that is read as it arrives.
 *
 * @param stream the bytes, to be read once
 * @param type as the caller named it
 * @param charset as the caller named it, or UTF-8
 */
public record Upload(InputStream stream, MediaType type, Charset charset) {

    public Upload {
        Objects.requireNonNull(stream, "stream");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(charset, "charset");
    }
}
