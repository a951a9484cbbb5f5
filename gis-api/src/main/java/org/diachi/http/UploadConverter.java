package org.diachi.http;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotWritableException;

/** Hands a body over without reading it. */
final class UploadConverter implements HttpMessageConverter<Upload> {

    @Override
    public boolean canRead(Class<?> type, @Nullable MediaType mediaType) {
        return type == Upload.class;
    }

    @Override
    public boolean canWrite(Class<?> type, @Nullable MediaType mediaType) {
        return false;
    }

    @Override
    public List<MediaType> getSupportedMediaTypes() {
        return List.of(MediaType.ALL);
    }

    @Override
    public Upload read(Class<? extends Upload> type, HttpInputMessage message) throws IOException {
        MediaType told = message.getHeaders().getContentType();
        MediaType known = told == null ? MediaType.APPLICATION_OCTET_STREAM : told;
        Charset charset = known.getCharset();
        return new Upload(message.getBody(), known, charset == null ? StandardCharsets.UTF_8 : charset);
    }

    @Override
    public void write(Upload upload, @Nullable MediaType mediaType, HttpOutputMessage message) {
        throw new HttpMessageNotWritableException("Bodies of this kind are only read");
    }
}
