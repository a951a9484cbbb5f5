package org.diachi.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.server.PathContainer;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Denies what some controller would do, and lets pass what none does, so that the caller is told that there is no such
 * path or method. An operation for which no rule was written is denied by this.
 */
final class Unmapped implements AuthorizationManager<RequestAuthorizationContext> {

    private final ObjectProvider<RequestMappingHandlerMapping> mapping;

    Unmapped(ObjectProvider<RequestMappingHandlerMapping> mapping) {
        this.mapping = mapping;
    }

    @Override
    public AuthorizationDecision authorize(
            Supplier<? extends @Nullable Authentication> authentication, RequestAuthorizationContext context) {
        HttpServletRequest request = context.getRequest();
        PathContainer path = PathContainer.parsePath(request.getRequestURI());
        boolean isMapped = mapping.getObject().getHandlerMethods().keySet().stream()
                .anyMatch(info -> takes(info, request.getMethod()) && fits(info, path));
        return new AuthorizationDecision(!isMapped);
    }

    private static boolean takes(RequestMappingInfo info, String method) {
        var methods = info.getMethodsCondition().getMethods();
        return methods.isEmpty() || methods.stream().map(RequestMethod::name).anyMatch(method::equals);
    }

    private static boolean fits(RequestMappingInfo info, PathContainer path) {
        var patterns = info.getPathPatternsCondition();
        return patterns == null || patterns.getPatterns().stream().anyMatch(pattern -> pattern.matches(path));
    }
}
