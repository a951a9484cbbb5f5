package org.diachi.http;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.mvc.condition.PathPatternsRequestCondition;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Finds the operation of a request by its path first. For a path with a variable in it every operation of the service is
 * tried, and to compare method, headers and media types with each took more time than the look-up of an address.
 */
final class PathFirstMapping extends RequestMappingHandlerMapping {

    @Override
    protected @Nullable RequestMappingInfo getMatchingMapping(
            RequestMappingInfo operation, HttpServletRequest request) {
        PathPatternsRequestCondition paths = operation.getPathPatternsCondition();
        boolean isElsewhere = paths != null && paths.getMatchingCondition(request) == null;
        return isElsewhere ? null : super.getMatchingMapping(operation, request);
    }
}
