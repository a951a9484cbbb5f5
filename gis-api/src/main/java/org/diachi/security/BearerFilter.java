package org.diachi.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Finds out who bears the key or token of a request. One that is not good is refused, also for a read. */
final class BearerFilter extends OncePerRequestFilter {

    private static final String SCHEME = "Bearer ";

    private final Credentials credentials;
    private final Refusals refusals;

    BearerFilter(Credentials credentials, Refusals refusals) {
        this.credentials = credentials;
        this.refusals = refusals;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null) {
            chain.doFilter(request, response);
            return;
        }
        Caller caller;
        try {
            caller = credentials.read(bearer(header));
        } catch (BadCredentialException e) {
            refusals.refuse(e, request, response);
            return;
        }
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(new CallerAuthentication(caller));
        SecurityContextHolder.setContext(context);
        try {
            chain.doFilter(request, response);
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    private static String bearer(String header) throws BadCredentialException {
        if (!header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            throw BadCredentialException.invalid("The header Authorization reads \"Bearer\" and a key or token.");
        }
        return header.substring(SCHEME.length()).strip();
    }
}
