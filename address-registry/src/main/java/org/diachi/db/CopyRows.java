package org.diachi.db;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Sends rows to a table by binary COPY, the fastest way in. A row is begun, then gets one field for each column in the
 * order of the columns. Rows that were not finished by {@link #finish} are taken back.
 */
public final class CopyRows implements AutoCloseable {

    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0};
    private static final int FLUSH_AT = 1 << 16;

    private final CopyIn copy;
    private final int columns;
    private final CopyFields fields = new CopyFields(2 * FLUSH_AT);
    private int rows;

    private CopyRows(CopyIn copy, int columns) {
        this.copy = copy;
        this.columns = columns;
        fields.room(SIGNATURE.length + 2 * Integer.BYTES)
                .put(SIGNATURE)
                .putInt(0)
                .putInt(0);
    }

    /**
     * Opens the way into a table; the connection can do nothing else until it is closed.
     *
     * @param table its name; it and the names of columns are fixed in the program, never taken from outside
     * @param columns those that get a field
     */
    public static CopyRows into(Connection connection, String table, List<String> columns) throws SQLException {
        String sql = "COPY " + table + " (" + String.join(", ", columns) + ") FROM STDIN (FORMAT binary)";
        return new CopyRows(connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql), columns.size());
    }

    /** Begins the next row, and takes its fields. */
    public CopyFields row() throws SQLException {
        requireWholeRows();
        if (fields.size() >= FLUSH_AT) {
            flush();
        }
        rows++;
        fields.room(Short.BYTES).putShort((short) columns);
        return fields;
    }

    private void requireWholeRows() {
        if (fields.count() != rows * columns) {
            throw new IllegalStateException(
                    rows + " rows of " + columns + " columns have " + fields.count() + " fields");
        }
    }

    private void flush() throws SQLException {
        copy.writeToCopy(fields.array(), 0, fields.size());
        fields.clear();
        rows = 0;
    }

    /** Sends what is left, and waits until the table has it all. */
    public void finish() throws SQLException {
        requireWholeRows();
        fields.room(Short.BYTES).putShort((short) -1);
        flush();
        copy.endCopy();
    }

    @Override
    public void close() throws SQLException {
        if (copy.isActive()) {
            copy.cancelCopy();
        }
    }
}
