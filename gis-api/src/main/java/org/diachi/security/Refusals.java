package org.diachi.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.diachi.http.problem.Problem;
import org.diachi.http.problem.ProblemSender;
import org.diachi.http.problem.ProblemType;
import org.springframework.http.HttpHeaders;

/** Tells callers why they may not. */
final class Refusals {

    private Refusals() {}

    static void refuseWithoutKey(HttpServletRequest request, HttpServletResponse response) throws IOException {
        refuse(
                "Send a key as \"Authorization: Bearer KEY\". The command \"diachi key create\" makes one.",
                "Bearer realm=\"diachi\"",
                request,
                response);
    }

    static void refuseUnknownKey(HttpServletRequest request, HttpServletResponse response) throws IOException {
        refuse(
                "The key is not known, has expired or was revoked. Send another, or none for a read.",
                "Bearer realm=\"diachi\", error=\"invalid_token\"",
                request,
                response);
    }

    private static void refuse(
            String detail, String challenge, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, challenge);
        ProblemSender.send(Problem.of(ProblemType.UNAUTHORIZED, detail), request.getRequestURI(), response);
    }

    static void refuseCaller(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String detail = "The key's role does not allow this. Ask for a key of the role editor or admin.";
        ProblemSender.send(Problem.of(ProblemType.FORBIDDEN, detail), request.getRequestURI(), response);
    }

    static void refuseRequest(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String detail = "The address has characters that are not allowed, such as // or an encoded slash or control.";
        ProblemSender.send(Problem.of(ProblemType.BAD_REQUEST, detail), request.getRequestURI(), response);
    }
}
