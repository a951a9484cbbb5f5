package org.diachi.landuse.statement;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.LocalDate;
import org.locationtech.jts.geom.util.GeometryFixer;

/**
 * Mends shapes that are not valid, of which areas would come out wrong. Whether a shape is valid is remembered: to find it out
 * costs more than to use the shape. Thread-safe.
 */
final class ValidShapes {

    private static final int MOST_REMEMBERED = 200_000;

    private record Key(long id, long added, LocalDate from) {}

    private final Cache<Key, Boolean> known =
            Caffeine.newBuilder().maximumSize(MOST_REMEMBERED).build();

    Candidate mended(Candidate candidate) {
        Key key = new Key(candidate.id(), candidate.added(), candidate.valid().from());
        boolean isValid = known.get(key, any -> candidate.shape().isValid());
        return isValid
                ? candidate
                : new Candidate(
                        candidate.layer(),
                        candidate.id(),
                        candidate.valid(),
                        candidate.plan(),
                        candidate.added(),
                        candidate.source(),
                        candidate.importRun(),
                        candidate.attributes(),
                        GeometryFixer.fix(candidate.shape()));
    }
}
