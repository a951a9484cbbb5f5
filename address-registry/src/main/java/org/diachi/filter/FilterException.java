package org.diachi.filter;

/** A filter that cannot be read or asks for what is not there. It is the caller's, so it has no stack trace. */
public final class FilterException extends RuntimeException {

    private final String place;
    private final String why;

    /**
     * A wrong filter.
     *
     * @param place where, such as {@code character 12} or {@code /args/0}
     * @param why a clause that goes on after the place
     */
    public FilterException(String place, String why) {
        super(null, null, false, false);
        this.place = place;
        this.why = why;
    }

    /** Place and complaint in one sentence. */
    @Override
    public String getMessage() {
        return "At " + place + ": " + why;
    }

    /** Where the filter is wrong. */
    public String place() {
        return place;
    }

    /** What is wrong there. */
    public String why() {
        return why;
    }
}
