package org.diachi.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * Sends answers that write themselves and have told all their headers. There is no converter to be chosen and nothing to be
 * negotiated, and what Spring does for that costs as much as the answer. Requests with conditions go the usual way.
 */
final class BodyAnswers implements HandlerMethodReturnValueHandler {

    private static final ParameterizedTypeReference<ResponseEntity<Body>> SENT_HERE =
            new ParameterizedTypeReference<>() {};

    private static final List<String> CONDITIONS = List.of(
            HttpHeaders.IF_NONE_MATCH,
            HttpHeaders.IF_MATCH,
            HttpHeaders.IF_MODIFIED_SINCE,
            HttpHeaders.IF_UNMODIFIED_SINCE);

    private final HandlerMethodReturnValueHandler usual;

    /**
     * Sends some answers.
     *
     * @param usual sends all others
     */
    BodyAnswers(HandlerMethodReturnValueHandler usual) {
        this.usual = usual;
    }

    @Override
    public boolean supportsReturnType(MethodParameter type) {
        return type.getParameterType() == ResponseEntity.class
                && type.getGenericParameterType().equals(SENT_HERE.getType());
    }

    @Override
    public void handleReturnValue(
            @Nullable Object value, MethodParameter type, ModelAndViewContainer container, NativeWebRequest exchange)
            throws Exception {
        HttpServletRequest request = Objects.requireNonNull(exchange.getNativeRequest(HttpServletRequest.class));
        if (value instanceof ResponseEntity<?> answer
                && answer.getBody() instanceof Body body
                && answer.getHeaders().containsHeader(HttpHeaders.CONTENT_TYPE)
                && CONDITIONS.stream().allMatch(condition -> request.getHeader(condition) == null)) {
            container.setRequestHandled(true);
            send(answer, body, Objects.requireNonNull(exchange.getNativeResponse(HttpServletResponse.class)));
        } else {
            usual.handleReturnValue(value, type, container, exchange);
        }
    }

    private static void send(ResponseEntity<?> answer, Body body, HttpServletResponse response) throws IOException {
        response.setStatus(answer.getStatusCode().value());
        answer.getHeaders().forEach((name, values) -> {
            // Filters have told already what else the answer depends on.
            boolean isMore = name.equalsIgnoreCase(HttpHeaders.VARY);
            for (String value : values) {
                if (isMore) {
                    response.addHeader(name, value);
                } else {
                    response.setHeader(name, value);
                }
                isMore = true;
            }
        });
        if (body.length() >= 0) {
            response.setContentLengthLong(body.length());
        }
        body.writeTo(response.getOutputStream());
    }
}
