package org.diachi.source.shapefile;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.diachi.source.ReadOptions;
import org.diachi.source.RowProblem;
import org.diachi.source.SourceField;
import org.jspecify.annotations.Nullable;

/** A dBase table with its encoding and its memo file, read record by record. */
final class Attributes implements Closeable {

    private final DbfTable table;
    private final DbfValues values;

    private Attributes(DbfTable table, DbfValues values) {
        this.table = table;
        this.values = values;
    }

    /** The table beside a shapefile, or the one that was asked for; empty where there is none. */
    static Optional<Attributes> find(Sidecars files, ReadOptions options) throws IOException {
        Optional<Path> file = files.find("dbf");
        if (file.isEmpty()) {
            return Optional.empty();
        }
        Charset charset = DbfEncoding.of(file.get(), files.findText("cpg").orElse(null), options);
        DbfTable table = DbfTable.open(file.get());
        try {
            return Optional.of(new Attributes(table, new DbfValues(table.fields(), charset, memos(files))));
        } catch (IOException | RuntimeException e) {
            table.close();
            throw e;
        }
    }

    private static @Nullable MemoFile memos(Sidecars files) throws IOException {
        Path foxPro = files.find("fpt").orElse(null);
        Path dBase = files.find("dbt").orElse(null);
        if (foxPro != null) {
            return new MemoFile(foxPro, true);
        }
        return dBase == null ? null : new MemoFile(dBase, false);
    }

    List<SourceField> fields() {
        return values.fields();
    }

    String encoding() {
        return values.charset().name();
    }

    /** Records the header announces, deleted ones included. */
    long count() {
        return table.count();
    }

    /** Steps to the next record; false after the last. */
    boolean next() throws IOException {
        return table.next();
    }

    /** Whether the present record is marked as deleted. */
    boolean isDeleted() {
        return table.isDeleted();
    }

    @Nullable
    Object[] decode(long rowNumber, List<RowProblem> problems) throws IOException {
        return values.decode(rowNumber, table.record(), problems);
    }

    @Override
    public void close() throws IOException {
        table.close();
        values.close();
    }
}
