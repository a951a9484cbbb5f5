package org.diachi.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.diachi.security.limit.Clients;
import org.diachi.security.limit.Limits;
import org.diachi.security.limit.Share;
import org.springframework.web.filter.OncePerRequestFilter;

/** Holds every client to its fair share: a key or token by itself, everyone else by the network address. */
final class LimitFilter extends OncePerRequestFilter {

    private final Limits limits;

    LimitFilter(Limits limits) {
        this.limits = limits;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean isRead = SecurityRules.isRead(request);
        Optional<Caller> caller = Caller.current();
        boolean mayGoOn = caller.isPresent()
                ? limits.take(
                        isRead ? Share.CALLER_READS : Share.CALLER_WRITES,
                        caller.get().actor(),
                        request.getRequestURI(),
                        response)
                : limits.take(
                        isRead ? Share.ADDRESS_READS : Share.ADDRESS_WRITES,
                        Clients.of(request.getRemoteAddr()),
                        request.getRequestURI(),
                        response);
        if (mayGoOn) {
            chain.doFilter(request, response);
        }
    }
}
