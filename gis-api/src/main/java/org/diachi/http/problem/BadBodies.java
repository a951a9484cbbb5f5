package org.diachi.http.problem;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.Errors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.exc.ValueInstantiationException;

/** Words what is wrong with a body, pointing to the member. */
public final class BadBodies {

    private BadBodies() {}

    /** Members that break the limits of the contract. */
    public static Problem of(Errors errors) {
        List<Problem.MemberError> members = errors.getFieldErrors().stream()
                .map(error ->
                        new Problem.MemberError(pointer(error.getField()), String.valueOf(error.getDefaultMessage())))
                .toList();
        return Problem.ofErrors(ProblemType.BAD_BODY, sentence(members), members);
    }

    private static String pointer(String field) {
        return "/" + field.replace("].", "/").replace("]", "").replace('[', '/').replace('.', '/');
    }

    private static String sentence(List<Problem.MemberError> members) {
        return members.stream()
                .map(member -> "The member " + member.pointer() + " " + member.detail() + ".")
                .collect(Collectors.joining(" "));
    }

    /** A body that is no JSON, or not JSON of the contract's shape. */
    static Problem of(HttpMessageNotReadableException e) {
        if (e.getCause() instanceof DatabindException wrong) {
            return of(wrong);
        }
        if (e.getCause() instanceof JacksonException wrong) {
            var place = wrong.getLocation();
            return Problem.of(
                    ProblemType.BAD_BODY,
                    "The body is not JSON: " + wrong.getOriginalMessage() + ", line " + place.getLineNr() + ", column "
                            + place.getColumnNr() + ".");
        }
        return Problem.of(ProblemType.BAD_BODY, "The body is missing or cannot be read. Send a JSON document.");
    }

    /** A member that is not of the contract's shape. */
    public static Problem of(DatabindException wrong) {
        String pointer = wrong.getPath().stream().map(BadBodies::step).collect(Collectors.joining());
        List<Problem.MemberError> members = List.of(new Problem.MemberError(pointer, detail(wrong)));
        return Problem.ofErrors(ProblemType.BAD_BODY, sentence(members), members);
    }

    private static String step(JacksonException.Reference reference) {
        return "/" + (reference.getPropertyName() == null ? reference.getIndex() : reference.getPropertyName());
    }

    private static String detail(DatabindException wrong) {
        if (wrong instanceof UnrecognizedPropertyException) {
            return "is not known here, or is given by the register; leave it out";
        }
        if (wrong instanceof ValueInstantiationException value
                && value.getType().isEnumType()) {
            return Arrays.stream(value.getType().getRawClass().getEnumConstants())
                    .map(String::valueOf)
                    .collect(Collectors.joining(", ", "must be one of ", ""));
        }
        return "cannot be read: " + wrong.getOriginalMessage();
    }
}
