package org.diachi.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Writes the contract's objects as pages that people can read: what is in them, under its names, with links. */
final class HtmlConverter implements HttpMessageConverter<Object> {

    private static final String CONTRACT = "org.diachi.api.dto";
    private static final JsonMapper JSON = new JsonMapper();

    @Override
    public boolean canRead(Class<?> type, @Nullable MediaType mediaType) {
        return false;
    }

    @Override
    public boolean canWrite(Class<?> type, @Nullable MediaType mediaType) {
        return MediaType.TEXT_HTML.isCompatibleWith(mediaType)
                && mediaType != null
                && !mediaType.isWildcardType()
                && type.getPackageName().equals(CONTRACT);
    }

    @Override
    public List<MediaType> getSupportedMediaTypes() {
        return List.of(MediaType.TEXT_HTML);
    }

    @Override
    public Object read(Class<?> type, HttpInputMessage message) {
        throw new HttpMessageNotReadableException("Pages are only written", message);
    }

    @Override
    public void write(Object object, @Nullable MediaType mediaType, HttpOutputMessage message) throws IOException {
        JsonNode node = JSON.valueToTree(object);
        StringBuilder page = new StringBuilder(HtmlText.head(node.path("title").asString("Diachi")));
        append(page, node);
        message.getBody().write(page.append(HtmlText.FOOT).toString().getBytes(StandardCharsets.UTF_8));
    }

    private static void append(StringBuilder page, JsonNode node) {
        if (node.has("href")) {
            page.append("<a href=\"")
                    .append(HtmlText.escaped(node.get("href").asString()))
                    .append("\">")
                    .append(HtmlText.escaped(
                            node.path("title").asString(node.path("rel").asString(""))))
                    .append("</a> ");
        } else if (node.isObject()) {
            page.append("<dl>");
            node.forEachEntry((name, value) -> {
                if (!value.isNull()) {
                    page.append("<dt>").append(HtmlText.escaped(name)).append("</dt><dd>");
                    append(page, value);
                    page.append("</dd>");
                }
            });
            page.append("</dl>\n");
        } else if (node.isArray()) {
            node.forEach(element -> {
                append(page, element);
                page.append("<br>");
            });
        } else {
            page.append(HtmlText.escaped(node.asString("")));
        }
    }
}
