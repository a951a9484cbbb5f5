package org.diachi.http.problem;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Answers what failed outside of any controller, in a filter or while an answer was looked for. */
@Controller
final class ErrorAnswers implements ErrorController {

    @RequestMapping("/error")
    ResponseEntity<byte[]> answer(HttpServletRequest request) {
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        Object path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        Problem problem = Failures.ofStatus(status instanceof Integer code ? code : 404);
        return ResponseEntity.status(problem.type().status())
                .header(HttpHeaders.CONTENT_TYPE, ProblemJson.MEDIA_TYPE)
                .body(ProblemJson.write(problem, path == null ? request.getRequestURI() : path.toString()));
    }
}
