package org.diachi.run;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One run of an import, as far as it has come.
 *
 * @param source the scheme of the source's ids, as the mapping names it
 * @param sha256 checksum of the file
 * @param actor who ran it
 * @param dryRun whether it only checked
 * @param state {@code checking}, {@code running}, {@code done}, {@code refused}, {@code failed} or {@code cancelled}
 * @param failure why the whole file was refused or the run failed
 */
public record ImportRun(
        long id,
        String source,
        String fileName,
        String sha256,
        @Nullable String licence,
        String actor,
        boolean dryRun,
        String state,
        @Nullable String failure,
        Instant startedAt,
        @Nullable Instant finishedAt,
        Rows rows) {

    /**
     * What became of the rows: read = added + changed + same + merged + refused, always.
     *
     * @param total of the file, as far as known
     */
    public record Rows(long total, long read, long added, long changed, long same, long merged, long refused) {}

    public ImportRun {
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(rows, "rows");
    }
}
