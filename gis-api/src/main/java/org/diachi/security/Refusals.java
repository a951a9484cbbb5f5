package org.diachi.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.diachi.http.problem.Problem;
import org.diachi.http.problem.ProblemSender;
import org.diachi.http.problem.ProblemType;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** What callers are told before any controller is reached. Every refusal is noted. */
@Component
final class Refusals {

    static final String CHALLENGE = "Bearer realm=\"diachi\"";

    private static final String BAD_CREDENTIAL = CHALLENGE + ", error=\"invalid_token\"";

    private final Denials denials;

    Refusals(Denials denials) {
        this.denials = denials;
    }

    void refuseAnonymous(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String detail = "Send a key or a token as \"Authorization: Bearer …\". The command \"diachi key create\" makes"
                + " a key.";
        denials.note(request, Denials.NOBODY, detail);
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, CHALLENGE);
        send(ProblemType.UNAUTHORIZED, detail, request, response);
    }

    void refuse(BadCredentialException bad, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        denials.note(request, bad.bearer(), bad.detail());
        if (bad.type() == ProblemType.UNAUTHORIZED) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, BAD_CREDENTIAL);
        }
        send(bad.type(), bad.detail(), request, response);
    }

    void refuseRole(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String role = Caller.current().map(caller -> caller.role().label()).orElse("none");
        String detail = "Your role, " + role + ", does not allow this. Let someone with a role that does do it; the"
                + " contract at /openapi.yaml names it as x-rights.";
        denials.note(request, Denials.actor(), detail);
        send(ProblemType.FORBIDDEN, detail, request, response);
    }

    void refuseRequest(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String detail = "The address has characters that are not allowed, such as // or an encoded slash or control.";
        send(ProblemType.BAD_REQUEST, detail, request, response);
    }

    private static void send(ProblemType type, String detail, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        ProblemSender.send(Problem.of(type, detail), request.getRequestURI(), response);
    }
}
