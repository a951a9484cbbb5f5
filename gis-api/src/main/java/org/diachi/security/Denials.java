package org.diachi.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.diachi.audit.Attempt;
import org.diachi.audit.AuditLog;
import org.diachi.http.problem.ProblemSender;
import org.diachi.registry.Registry;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Notes what was denied, before it is told to the one who asked and after the acts were rolled back. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
public final class Denials {

    /** An actor who has not authenticated. */
    static final String NOBODY = "nobody known";

    private static final int LONGEST_SUBJECT = 300;

    private final AuditLog audit;
    private final HttpServletRequest request;

    Denials(Registry registry, HttpServletRequest request) {
        this.audit = registry.audit();
        this.request = request;
    }

    @ExceptionHandler
    ResponseEntity<byte[]> handle(DeniedException e) {
        note(List.of(e));
        HttpHeaders headers = new HttpHeaders();
        if (e.problem().type().status() == 401) {
            headers.set(HttpHeaders.WWW_AUTHENTICATE, Refusals.CHALLENGE);
        }
        return ProblemSender.answer(e.problem(), request, headers);
    }

    /** Notes acts of one request that were denied while others were done. */
    public void note(List<DeniedException> denied) {
        for (DeniedException one : denied) {
            note(request, actor(), one.act(), one.subject(), one.problem().detail());
        }
    }

    /** Notes a request that was denied as a whole. */
    void note(HttpServletRequest whole, String actor, String why) {
        note(whole, actor, whole.getMethod(), whole.getRequestURI(), why);
    }

    private void note(HttpServletRequest from, String actor, String act, @Nullable String subject, String why) {
        audit.appendDenied(new Attempt(actor, from.getRemoteAddr(), act, shortened(subject), why));
    }

    private static @Nullable String shortened(@Nullable String subject) {
        return subject == null || subject.length() <= LONGEST_SUBJECT ? subject : subject.substring(0, LONGEST_SUBJECT);
    }

    static String actor() {
        return Caller.current().map(Caller::actor).orElse(NOBODY);
    }
}
