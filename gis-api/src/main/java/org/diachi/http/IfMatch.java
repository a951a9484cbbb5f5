package org.diachi.http;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.diachi.http.problem.Problem;
import org.diachi.http.problem.ProblemException;
import org.diachi.http.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/** Reads the header If-Match of an act on one object: an entity tag of ours begins with the version of the object. */
public final class IfMatch {

    private static final Pattern TAG = Pattern.compile("(?:W/)?\"(\\d{1,9})(?:-[^\"]*)?\"");

    private IfMatch() {}

    /**
     * The version that the caller has seen; absent if any will do.
     *
     * @throws ProblemException 428 without the header, 412 if it is no tag of ours
     */
    public static @Nullable Integer version(@Nullable String header) {
        if (header == null) {
            throw new ProblemException(
                    Problem.of(
                            ProblemType.VERSION_NEEDED,
                            "Send the ETag of the object as you have seen it as If-Match, so that nobody's act is undone unseen."));
        }
        String tag = header.strip();
        if (tag.equals("*")) {
            return null;
        }
        Matcher matcher = TAG.matcher(tag);
        if (!matcher.matches()) {
            throw new ProblemException(Problem.of(
                    ProblemType.OUTDATED,
                    "The If-Match " + header + " is no ETag of this object. Read the object again and send its ETag."));
        }
        return Integer.valueOf(matcher.group(1));
    }
}
