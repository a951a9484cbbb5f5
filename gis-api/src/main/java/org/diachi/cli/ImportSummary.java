package org.diachi.cli;

import java.io.PrintWriter;
import org.diachi.issue.ImportReport;
import org.diachi.run.ImportResult;

/** What an import has done, for people to read. */
final class ImportSummary {

    private ImportSummary() {}

    static void print(ImportResult result, boolean isDryRun, PrintWriter out) {
        ImportReport report = result.report();
        out.printf(
                "%s: %,d rows read = %,d stored (%,d new, %,d changed, %,d as before) + %,d merged + %,d refused%n",
                result.file().file().getFileName(),
                report.read(),
                report.stored(),
                report.added(),
                report.changed(),
                report.same(),
                report.merged(),
                report.refused());
        report.issuesByRule().forEach((rule, count) -> out.printf("  %,10d × %s%n", count, rule));
        if (result.isCancelled()) {
            out.println("  Stopped. Run it again to go on.");
        } else if (isDryRun) {
            out.println("  A dry run: nothing was kept.");
        } else if (report.issues() > 0) {
            out.printf("  Every issue: GET /api/v1/imports/%d/issues%n", result.run());
        }
        out.flush();
    }
}
