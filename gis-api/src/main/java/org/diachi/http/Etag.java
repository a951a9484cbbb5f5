package org.diachi.http;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An entity tag (RFC 9110, 8.8.3).
 *
 * @param value with its quotes
 */
public record Etag(String value) {

    /** A new release may word the same state differently. */
    private static final String RELEASE =
            Objects.requireNonNullElse(Etag.class.getPackage().getImplementationVersion(), "dev");

    /**
     * The tag of one object: its version, the entry of the change log that last touched it, and how it is shown.
     *
     * @param shown all that the same object may be shown differently for
     */
    public static Etag ofObject(int version, long changed, @Nullable Object... shown) {
        return new Etag("\"" + version + "-" + changed + "-" + hash(shown) + "\"");
    }

    /** The tag of a list in one state of the register; two answers with one tag may differ in their time stamps. */
    public static Etag ofList(long seq, @Nullable Object... shown) {
        return new Etag("W/\"" + seq + "-" + hash(shown) + "\"");
    }

    private static String hash(@Nullable Object... shown) {
        return Integer.toHexString(
                31 * RELEASE.hashCode() + Arrays.toString(shown).hashCode());
    }

    /** Whether a caller's If-None-Match names this tag, so that it need not be told again. */
    public boolean isIn(@Nullable String ifNoneMatch) {
        if (ifNoneMatch == null) {
            return false;
        }
        String own = opaque(value);
        for (String tag : ifNoneMatch.split(",", -1)) {
            String candidate = tag.strip();
            if (candidate.equals("*") || opaque(candidate).equals(own)) {
                return true;
            }
        }
        return false;
    }

    private static String opaque(String tag) {
        return tag.startsWith("W/") ? tag.substring(2) : tag;
    }
}
