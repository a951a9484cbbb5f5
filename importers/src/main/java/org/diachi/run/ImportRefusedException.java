package org.diachi.run;

import java.util.Objects;
import org.diachi.issue.ImportReport;
import org.jspecify.annotations.Nullable;

/** An import that cannot begin. The message says why and what to do. */
public final class ImportRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient @Nullable ImportReport report;

    public ImportRefusedException(String message) {
        this(message, null);
    }

    private ImportRefusedException(String message, @Nullable ImportReport report) {
        super(message);
        this.report = report;
    }

    /** The refusal of a file whose rows do not fit one another. What is in force stays so. */
    static ImportRefusedException ofFaults(long run, long severe, ImportReport report) {
        return new ImportRefusedException(
                "Nothing of the file was taken over, and what was in force stays in force: of " + report.issues()
                        + " findings " + severe + " are severe " + report.issuesByRule()
                        + ". Mend the file and import it again; /api/v1/imports/" + run
                        + "/issues?severity=refused lists them with row and place.",
                report);
    }

    /** What was found in the file. */
    public ImportReport report() {
        return Objects.requireNonNullElseGet(report, ImportReport::new);
    }
}
