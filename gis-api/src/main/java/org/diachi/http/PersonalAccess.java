package org.diachi.http;

import jakarta.servlet.http.HttpServletRequest;
import org.diachi.city.PersonalFields;
import org.springframework.stereotype.Component;

/** Whether the present request may be told of persons. Nobody may, unless security has said so. */
@Component
public final class PersonalAccess {

    private static final String GRANTED = PersonalAccess.class.getName();

    private final HttpServletRequest request;

    /** For the request that is being answered on the current thread. */
    PersonalAccess(HttpServletRequest request) {
        this.request = request;
    }

    /** Lets a request be told of persons. */
    public static void grant(HttpServletRequest to) {
        to.setAttribute(GRANTED, true);
    }

    /** Whether the present request may be told. */
    public boolean isGranted() {
        return request.getAttribute(GRANTED) != null;
    }

    /** Which of the personal fields the present request is not told. */
    public PersonalFields hidden(PersonalFields personal) {
        return isGranted() ? PersonalFields.NONE : personal;
    }
}
