package org.diachi.http.problem;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.core.MethodParameter;
import org.springframework.validation.Errors;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Words what is wrong with a parameter that the contract's types or limits refused. */
final class BadParameters {

    private BadParameters() {}

    static Problem of(MethodArgumentTypeMismatchException e) {
        return Problem.badValue(
                e.getName(),
                "The parameter \"" + e.getName() + "\" is \"" + e.getValue() + "\". " + wanted(e.getRequiredType()));
    }

    private static String wanted(@Nullable Class<?> type) {
        if (type == LocalDate.class) {
            return "Give a day as 2025-07-01.";
        }
        if (type == OffsetDateTime.class) {
            return "Give an instant with its offset as 2025-07-01T08:00:00Z; a plus sign is written %2B.";
        }
        if (type == Integer.class || type == Long.class || type == int.class || type == long.class) {
            return "Give a whole number.";
        }
        return "It cannot be read.";
    }

    static Problem of(HandlerMethodValidationException e) {
        for (ParameterValidationResult result : e.getParameterValidationResults()) {
            if (result instanceof ParameterErrors errors) {
                return BadBodies.of((Errors) errors);
            }
        }
        ParameterValidationResult first = e.getParameterValidationResults().get(0);
        String name = name(first.getMethodParameter());
        MessageSourceResolvable error = first.getResolvableErrors().get(0);
        return Problem.badValue(
                name,
                "The parameter \"" + name + "\" is \"" + first.getArgument() + "\"; it " + error.getDefaultMessage()
                        + ".");
    }

    private static String name(MethodParameter parameter) {
        RequestParam query = parameter.getParameterAnnotation(RequestParam.class);
        if (query != null) {
            return query.value();
        }
        PathVariable path = parameter.getParameterAnnotation(PathVariable.class);
        return path != null ? path.value() : Objects.requireNonNullElse(parameter.getParameterName(), "?");
    }
}
