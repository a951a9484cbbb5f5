package org.diachi.http;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotReadableException;

/** Lets a {@link Body} write itself; its media type is the one that the answer names. */
final class BodyConverter implements HttpMessageConverter<Body> {

    @Override
    public boolean canRead(Class<?> type, @Nullable MediaType mediaType) {
        return false;
    }

    @Override
    public boolean canWrite(Class<?> type, @Nullable MediaType mediaType) {
        return Body.class.isAssignableFrom(type);
    }

    @Override
    public List<MediaType> getSupportedMediaTypes() {
        return List.of(MediaType.ALL);
    }

    @Override
    public Body read(Class<? extends Body> type, HttpInputMessage message) {
        throw new HttpMessageNotReadableException("Bodies of this kind are only written", message);
    }

    @Override
    public void write(Body body, @Nullable MediaType mediaType, HttpOutputMessage message) throws IOException {
        if (body.length() >= 0) {
            message.getHeaders().setContentLength(body.length());
        }
        body.writeTo(message.getBody());
    }
}
