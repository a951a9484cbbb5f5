package org.diachi.http;

import org.diachi.http.problem.BadBodies;
import org.diachi.http.problem.ProblemException;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.Validator;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Makes types of the contract of JSON that was read without knowing what it would be. */
@Component
public final class BodyReader {

    private final JsonMapper mapper;
    private final Validator validator;

    BodyReader(JsonMapper mapper, @Qualifier("mvcValidator") Validator validator) {
        this.mapper = mapper;
        this.validator = validator;
    }

    /**
     * Reads a type of the contract, within its limits.
     *
     * @throws ProblemException pointing to the member that does not fit
     */
    public <T> T read(JsonNode json, Class<T> type) {
        T read = convert(json, type);
        BeanPropertyBindingResult errors = new BeanPropertyBindingResult(read, "body");
        validator.validate(read, errors);
        if (errors.hasErrors()) {
            throw new ProblemException(BadBodies.of(errors));
        }
        return read;
    }

    private <T> T convert(JsonNode json, Class<T> type) {
        try {
            return mapper.treeToValue(json, type);
        } catch (DatabindException e) {
            throw new ProblemException(BadBodies.of(e));
        }
    }
}
