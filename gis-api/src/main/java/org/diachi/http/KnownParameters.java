package org.diachi.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Collectors;
import org.diachi.http.problem.Problem;
import org.diachi.http.problem.ProblemException;
import org.diachi.http.problem.ProblemType;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses query parameters that an operation does not know, and those without a value: a misspelt or forgotten filter
 * must not answer everything.
 */
public final class KnownParameters implements HandlerInterceptor {

    private static final String CONTRACT = "org.diachi.api.";

    private final ConcurrentMap<Method, Set<String>> declared = new ConcurrentHashMap<>();

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getQueryString() != null && handler instanceof HandlerMethod method && isOfContract(method)) {
            check(request, declared.computeIfAbsent(method.getMethod(), key -> names(method)));
        }
        return true;
    }

    private static boolean isOfContract(HandlerMethod method) {
        return !method.hasMethodAnnotation(ChecksParameters.class)
                && Arrays.stream(method.getBeanType().getInterfaces())
                        .anyMatch(type -> type.getName().startsWith(CONTRACT));
    }

    private static Set<String> names(HandlerMethod method) {
        return Arrays.stream(method.getMethodParameters())
                .map(KnownParameters::name)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String name(MethodParameter parameter) {
        RequestParam annotation = parameter.getParameterAnnotation(RequestParam.class);
        return annotation == null ? "" : annotation.value();
    }

    /**
     * Refuses what is not among the known names, or has no value.
     *
     * @throws ProblemException naming the parameter and the known ones
     */
    public static void check(HttpServletRequest request, Set<String> known) {
        for (String name : Collections.list(request.getParameterNames())) {
            if (!known.contains(name)) {
                List<String> sorted = List.copyOf(new TreeSet<>(known));
                String detail = "There is no parameter \"" + name + "\" here. "
                        + (known.isEmpty() ? "There are none." : "Known are " + String.join(", ", sorted) + ".");
                throw new ProblemException(
                        new Problem(ProblemType.UNKNOWN_PARAMETER, detail, name, sorted, List.of(), List.of()));
            }
            if (request.getParameter(name).isEmpty()) {
                throw ProblemException.badValue(
                        name, "The parameter \"" + name + "\" is empty. Give a value, or leave the parameter out.");
            }
        }
    }
}
