package org.diachi.sheet;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import org.diachi.change.Snapshot;
import org.diachi.http.Links;
import org.diachi.http.OutputCrs;
import org.diachi.landuse.statement.Statement;
import org.jspecify.annotations.Nullable;

/**
 * A statement and what was asked for it.
 *
 * @param knownAt the instant whose knowledge was asked for; absent for now
 * @param snapshot the state of the register that answered
 * @param distance in metres within which green spaces and drainage were wanted
 * @param crs of the geometry in the answer
 * @param live where the same statement is asked for again
 */
public record LandUseAnswer(
        AskedSubject subject,
        Statement statement,
        @Nullable OffsetDateTime knownAt,
        Snapshot snapshot,
        double distance,
        OutputCrs crs,
        String live,
        List<Links.Link> links) {

    public LandUseAnswer {
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(statement, "statement");
        Objects.requireNonNull(snapshot, "snapshot");
        links = List.copyOf(links);
    }
}
