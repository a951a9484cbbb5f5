package org.diachi.http.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/** Sends problems: as an answer of Spring's, or straight to a response where no controller is in play. */
public final class ProblemSender {

    private ProblemSender() {}

    /** The answer to a request that a controller or its surroundings refused. */
    public static ResponseEntity<byte[]> answer(Problem problem, HttpServletRequest request, HttpHeaders headers) {
        return ResponseEntity.status(problem.type().status())
                .headers(headers)
                .header(HttpHeaders.CONTENT_TYPE, ProblemJson.MEDIA_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(ProblemJson.write(problem, request.getRequestURI()));
    }

    /** Ends a response with a problem. */
    public static void send(Problem problem, String instance, HttpServletResponse response) throws IOException {
        response.setStatus(problem.type().status());
        response.setHeader(HttpHeaders.CONTENT_TYPE, ProblemJson.MEDIA_TYPE);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        byte[] body = ProblemJson.write(problem, instance);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
