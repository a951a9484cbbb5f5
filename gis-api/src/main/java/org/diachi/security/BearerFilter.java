package org.diachi.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.diachi.http.PersonalAccess;
import org.diachi.security.limit.Clients;
import org.diachi.security.limit.Limits;
import org.diachi.security.limit.Share;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Finds out who bears the key or token of a request. One that is not good is refused, also for a read; and it counts
 * against the share of the network address, so that nobody can try many.
 */
final class BearerFilter extends OncePerRequestFilter {

    private static final String SCHEME = "Bearer ";

    private final Credentials credentials;
    private final Refusals refusals;
    private final Limits limits;

    BearerFilter(Credentials credentials, Refusals refusals, Limits limits) {
        this.credentials = credentials;
        this.refusals = refusals;
        this.limits = limits;
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
            String client = Clients.of(request.getRemoteAddr());
            if (limits.take(Share.ADDRESS_WRITES, client, request.getRequestURI(), response)) {
                refusals.refuse(e, request, response);
            }
            return;
        }
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(new CallerAuthentication(caller));
        SecurityContextHolder.setContext(context);
        if (caller.maySeePersons()) {
            PersonalAccess.grant(request);
        }
        try {
            chain.doFilter(request, new PrivateResponse(response));
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
