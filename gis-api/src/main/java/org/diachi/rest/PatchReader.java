package org.diachi.rest;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.diachi.address.AddressPatch;
import org.diachi.http.problem.Problem;
import org.diachi.http.problem.ProblemException;
import org.diachi.http.problem.ProblemType;
import org.diachi.security.ActRights;
import org.diachi.value.PositionQuality;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.springframework.stereotype.Component;

/** Reads a merge patch (RFC 7396) of an address object. */
@Component
class PatchReader {

    private static final int LONGEST_NAME = 300;
    private static final int LONGEST_NUMBER = 60;
    private static final int LONGEST_STREET = 200;

    private final RegistrationReader registrations;
    private final ActRights rights;

    PatchReader(RegistrationReader registrations, ActRights rights) {
        this.registrations = registrations;
        this.rights = rights;
    }

    /**
     * @param day from which, or about which, it is said
     * @throws ProblemException if a member is not known or cannot be taken, or the caller may not write there
     */
    AddressPatch read(Map<String, @Nullable Object> properties, @Nullable Geometry geometry, LocalDate day, Writer by) {
        AddressPatch patch = AddressPatch.EMPTY;
        for (Map.Entry<String, @Nullable Object> member : properties.entrySet()) {
            Object value = member.getValue();
            patch = switch (member.getKey()) {
                case "name" -> patch.name(text("name", value, LONGEST_NAME));
                case "houseNumber" -> patch.houseNumber(text("houseNumber", value, LONGEST_NUMBER));
                case "street" -> patch.street(text("street", value, LONGEST_STREET));
                case "details" -> withDetails(patch, value);
                case "position" -> patch;
                default ->
                    throw refuse(
                            "/properties/" + member.getKey(),
                            "cannot be patched; name, houseNumber, street, position and details can");
            };
        }
        return withPlacing(patch, properties.get("position"), geometry, day, by);
    }

    private AddressPatch withPlacing(
            AddressPatch patch, @Nullable Object position, @Nullable Geometry geometry, LocalDate day, Writer by) {
        if (geometry == null && position == null) {
            return patch;
        }
        if (geometry == null || !(position instanceof Map<?, ?> told)) {
            throw refuse("/properties/position", "and the geometry go together: give both");
        }
        RegistrationReader.Placing placing = registrations.place(geometry, by.crs(), day);
        Long ward = placing.ward();
        rights.requireWard(by.caller(), by.act(), ward, "the new position");
        return patch.placing(quality(told), placing.position(), placing.shape()).ward(ward);
    }

    /** How a position was found, as JSON tells it. */
    static PositionQuality quality(Map<?, ?> told) {
        Object accuracy = told.get("accuracy");
        if (!(told.get("method") instanceof String method) || method.isBlank()) {
            throw refuse("/properties/position/method", "is missing");
        }
        if (accuracy != null && !(accuracy instanceof Number metres && metres.doubleValue() >= 0)) {
            throw refuse("/properties/position/accuracy", "is a number of metres or null");
        }
        return new PositionQuality(method, accuracy == null ? null : ((Number) accuracy).doubleValue());
    }

    private static @Nullable String text(String member, @Nullable Object value, int longest) {
        if (value == null) {
            return null;
        }
        if (value instanceof String text && !text.isBlank() && text.length() <= longest) {
            return text;
        }
        throw refuse("/properties/" + member, "is a text of 1 to " + longest + " characters, or null to take it away");
    }

    private static AddressPatch withDetails(AddressPatch patch, @Nullable Object value) {
        if (!(value instanceof Map<?, ?> details)) {
            throw refuse("/properties/details", "is an object");
        }
        AddressPatch more = patch;
        for (Map.Entry<?, ?> detail : details.entrySet()) {
            more = more.detail(String.valueOf(detail.getKey()), detail.getValue());
        }
        return more;
    }

    static ProblemException refuse(String pointer, String detail) {
        return new ProblemException(Problem.ofErrors(
                ProblemType.UNPROCESSABLE,
                "The member " + pointer + " " + detail + ".",
                List.of(new Problem.MemberError(pointer, detail))));
    }
}
