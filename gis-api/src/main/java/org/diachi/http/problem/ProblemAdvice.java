package org.diachi.http.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.diachi.search.index.IndexNotReadyException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Turns whatever ends a request in Spring into a problem. */
@RestControllerAdvice
final class ProblemAdvice {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    @ExceptionHandler
    ResponseEntity<byte[]> handle(ProblemException e, HttpServletRequest request) {
        HttpHeaders headers = new HttpHeaders();
        if (e.problem().type() == ProblemType.NOT_ACCEPTABLE) {
            headers.add(HttpHeaders.VARY, HttpHeaders.ACCEPT);
        }
        if (e.problem().type() == ProblemType.METHOD_NOT_ALLOWED) {
            headers.add(HttpHeaders.ALLOW, String.join(", ", e.problem().known()));
        }
        return ProblemSender.answer(e.problem(), request, headers);
    }

    @ExceptionHandler
    ResponseEntity<byte[]> handle(MethodArgumentTypeMismatchException e, HttpServletRequest request) {
        return answer(BadParameters.of(e), request);
    }

    @ExceptionHandler
    ResponseEntity<byte[]> handle(HandlerMethodValidationException e, HttpServletRequest request) {
        return answer(BadParameters.of(e), request);
    }

    @ExceptionHandler
    ResponseEntity<byte[]> handle(MethodArgumentNotValidException e, HttpServletRequest request) {
        return answer(BadBodies.of(e.getBindingResult()), request);
    }

    @ExceptionHandler
    ResponseEntity<byte[]> handle(HttpMessageNotReadableException e, HttpServletRequest request) {
        return answer(BadBodies.of(e), request);
    }

    @ExceptionHandler
    ResponseEntity<byte[]> handle(HttpMediaTypeNotAcceptableException e, HttpServletRequest request) {
        List<String> offered = withoutProblems(e.getSupportedMediaTypes());
        String detail = "None of the media types that you accept can be given. "
                + (offered.isEmpty() ? "Leave out the Accept header." : "Accept " + String.join(" or ", offered) + ".");
        return answer(Problem.of(ProblemType.NOT_ACCEPTABLE, detail).withKnown(offered), request);
    }

    @ExceptionHandler
    ResponseEntity<byte[]> handle(HttpMediaTypeNotSupportedException e, HttpServletRequest request) {
        List<String> read = withoutProblems(e.getSupportedMediaTypes());
        String detail = "The body is " + (e.getContentType() == null ? "of no stated type" : e.getContentType())
                + ". Send " + String.join(" or ", read) + ", named in the Content-Type header.";
        return answer(Problem.of(ProblemType.UNSUPPORTED_MEDIA_TYPE, detail).withKnown(read), request);
    }

    private static List<String> withoutProblems(List<MediaType> types) {
        return types.stream()
                .map(MediaType::toString)
                .filter(type -> !type.equals(ProblemJson.MEDIA_TYPE))
                .toList();
    }

    @ExceptionHandler
    ResponseEntity<byte[]> handle(HttpRequestMethodNotSupportedException e, HttpServletRequest request) {
        List<String> allowed = e.getSupportedHttpMethods() == null
                ? List.of()
                : e.getSupportedHttpMethods().stream().map(HttpMethod::name).toList();
        String detail = e.getMethod() + " is not for this path; it takes " + String.join(", ", allowed) + ".";
        Problem problem = Problem.of(ProblemType.METHOD_NOT_ALLOWED, detail).withKnown(allowed);
        return ProblemSender.answer(problem, request, new HttpHeaders(e.getHeaders()));
    }

    @ExceptionHandler
    ResponseEntity<byte[]> handle(NoResourceFoundException e, HttpServletRequest request) {
        String detail = "There is nothing at this path. /openapi.yaml names all that there is.";
        return answer(Problem.of(ProblemType.NOT_FOUND, detail), request);
    }

    @ExceptionHandler
    ResponseEntity<byte[]> handle(DataAccessResourceFailureException e, HttpServletRequest request) {
        LOG.error("No database for {} {}", request.getMethod(), request.getRequestURI(), e);
        return answer(Problem.of(ProblemType.UNAVAILABLE, "The database cannot be reached. Try again soon."), request);
    }

    @ExceptionHandler
    ResponseEntity<byte[]> handle(IndexNotReadyException e, HttpServletRequest request) {
        return answer(Problem.of(ProblemType.UNAVAILABLE, e.getMessage() + ". Try again soon."), request);
    }

    @ExceptionHandler
    ResponseEntity<byte[]> handle(Exception e, HttpServletRequest request, HttpServletResponse response)
            throws Exception {
        if (response.isCommitted()) {
            // Half an answer is on its way: only a broken connection tells the caller that it is not whole.
            throw e;
        }
        if (e instanceof ErrorResponse error) {
            ProblemType type = ProblemType.ofStatus(error.getStatusCode().value());
            String detail = error.getBody().getDetail();
            return answer(Problem.of(type, detail == null ? type.title() : detail), request);
        }
        LOG.error("{} {} failed", request.getMethod(), request.getRequestURI(), e);
        return answer(Failures.internal(), request);
    }

    private static ResponseEntity<byte[]> answer(Problem problem, HttpServletRequest request) {
        return ProblemSender.answer(problem, request, new HttpHeaders());
    }
}
