package org.diachi.cli;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.diachi.issue.RowIssue;
import org.diachi.run.RunListener;
import org.jspecify.annotations.Nullable;

/** Shows progress on the console and writes issues to a CSV file, if one was asked for. */
final class IssueFile implements RunListener, AutoCloseable {

    private final ConsoleListener console = new ConsoleListener();
    private final @Nullable CsvWriter csv;

    private IssueFile(@Nullable CsvWriter csv) {
        this.csv = csv;
    }

    /** Opens the file, with a header; null for none. */
    static IssueFile open(@Nullable Path file) throws IOException {
        if (file == null) {
            return new IssueFile(null);
        }
        Writer writer = Files.newBufferedWriter(file);
        CsvWriter csv = CsvWriter.builder().build(writer);
        csv.writeRecord("row", "id", "severity", "rule", "field", "value", "message");
        return new IssueFile(csv);
    }

    @Override
    public void begin(String task, long rows) {
        console.begin(task, rows);
    }

    @Override
    public void reach(long row) {
        console.reach(row);
    }

    @Override
    public void note(long rowNumber, @Nullable String sourceId, RowIssue issue) {
        if (csv != null) {
            csv.writeRecord(
                    Long.toString(rowNumber),
                    sourceId,
                    issue.severity().label(),
                    issue.rule(),
                    issue.field(),
                    issue.value(),
                    issue.message());
        }
    }

    @Override
    public void end() {
        console.end();
    }

    @Override
    public void close() throws IOException {
        if (csv != null) {
            csv.close();
        }
    }
}
