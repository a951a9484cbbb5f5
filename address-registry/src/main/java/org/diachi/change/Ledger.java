package org.diachi.change;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.diachi.audit.Attempt;
import org.diachi.db.BoundRows;
import org.diachi.db.CopyRows;
import org.diachi.db.RowFields;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;

/**
 * One transaction's hold on the head of the log: gives out sequence and code numbers, and collects the entries.
 *
 * <p>Numbers that a rolled-back transaction gave out are given out again: the log and the codes have no gaps.
 */
public final class Ledger {

    private static final String LOG = "registry.change";

    private static final List<String> COLUMNS = List.of(
            "seq", "at", "actor", "act", "kind", "code", "version", "effective", "reason", "document", "import_run");

    /**
     * Acts look up by key or place. While a table is young the planner would rather read it all, and a young table is
     * what an import makes large.
     */
    private static final String HEAD = """
            SELECT seq, at, codes_issued, place_state, set_config('enable_seqscan', 'off', true),
                   set_config('plan_cache_mode', 'force_generic_plan', true)
              FROM registry.log_head""";

    private static final String MOVE = "UPDATE registry.log_head SET seq = ?, at = ?, codes_issued = ?";

    private static final String NOTE = "SELECT registry.append_audit('done', ?, ?, ?, ?, ?, ?, ?)";

    private static final int MARKS_OF_MOVE = 3;
    private static final int MARKS_OF_NOTE = 7;

    /** So many entries are inserted; more are copied. */
    private static final int FEW = 4;

    private final Connection connection;
    private final OffsetDateTime at;
    private ActContext context;
    private final List<Entry> entries = new ArrayList<>();
    private final List<Integer> parts = new ArrayList<>();
    private long seq;
    private final long placeState;
    private long codesIssued;

    private record Entry(
            long seq, ActContext context, Act act, String kind, String code, int version, LocalDate effective) {}

    private Ledger(Connection connection, ActContext context, ResultSet head) throws SQLException {
        this.connection = connection;
        this.context = context;
        this.seq = head.getLong("seq");
        // The clock is read while the head is held, and never goes back: time rises with seq.
        OffsetDateTime last = head.getObject("at", OffsetDateTime.class);
        OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS);
        this.at = now.isAfter(last) ? now : last;
        this.codesIssued = head.getLong("codes_issued");
        this.placeState = head.getLong("place_state");
    }

    static Ledger open(Connection connection, ActContext context) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(HEAD + " FOR UPDATE");
                ResultSet head = statement.executeQuery()) {
            requireRow(head);
            return new Ledger(connection, context, head);
        }
    }

    /** The number of the last entry that a transaction sees; its look-ups are then planned like those of acts. */
    static long readHead(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(HEAD);
                ResultSet head = statement.executeQuery()) {
            requireRow(head);
            return head.getLong("seq");
        }
    }

    private static void requireRow(ResultSet head) throws SQLException {
        if (!head.next()) {
            throw new IllegalStateException("registry.log_head is empty: the database is not a register");
        }
    }

    /** Said of the entries that are appended next. */
    public ActContext context() {
        return context;
    }

    /** From here on entries are said under another context: a batch may hold acts of several days and reasons. */
    public void setContext(ActContext next) {
        this.context = next;
    }

    /** What is appended from here on is another's: the audit log notes it by itself. */
    void beginPart(ActContext next) {
        parts.add(entries.size());
        setContext(next);
    }

    /**
     * Does acts that may fail without taking the rest of the transaction with them. When they throw, everything is as
     * it was before, the numbers too, and the exception goes on to the caller.
     */
    public <T> T attempt(Supplier<T> acts) {
        long seqBefore = seq;
        long codesBefore = codesIssued;
        int entriesBefore = entries.size();
        ActContext contextBefore = context;
        Savepoint savepoint = savepoint();
        try {
            return acts.get();
        } catch (RuntimeException e) {
            rollback(savepoint);
            seq = seqBefore;
            codesIssued = codesBefore;
            entries.subList(entriesBefore, entries.size()).clear();
            throw e;
        } finally {
            context = contextBefore;
        }
    }

    private Savepoint savepoint() {
        try {
            return connection.setSavepoint();
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("Setting a savepoint", e);
        }
    }

    private void rollback(Savepoint savepoint) {
        try {
            connection.rollback(savepoint);
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("Going back to a savepoint", e);
        }
    }

    /** The connection that holds the head; statements of the act run on it. */
    public Connection connection() {
        return connection;
    }

    /** Whether this transaction has an entry of that actor on that object so far; the log itself has it only later. */
    public boolean hasEntry(String code, String actor) {
        return entries.stream()
                .anyMatch(entry ->
                        entry.code().equals(code) && entry.context().actor().equals(actor));
    }

    /** Number of the next code, counted from 0 for the whole life of the register. */
    public long issueCodeNumber() {
        return codesIssued++;
    }

    /** Tells whether what is remembered of places still holds: the number is another after each change of them. */
    public long placeState() {
        return placeState;
    }

    /** Number of the last entry of the log, this transaction's included. */
    public long seq() {
        return seq;
    }

    /** Appends an entry that takes effect on the day of the context, and returns its sequence number. */
    public long append(Act act, String kind, String code, int version) {
        return append(act, kind, code, version, context.effective());
    }

    /**
     * Appends an entry.
     *
     * @param kind what kind of object was touched: an address kind, {@code place}, or the id of a collection
     * @param code the object's code or feature id
     * @param version the version that the act wrote
     * @param effective first day on which the act holds
     * @return the entry's sequence number
     */
    public long append(Act act, String kind, String code, int version, LocalDate effective) {
        Objects.requireNonNull(code, "code");
        seq++;
        entries.add(new Entry(seq, context, act, kind, code, version, effective));
        return seq;
    }

    /**
     * Enters what was appended, moves the head and notes it in the audit log.
     *
     * @param commits whether the transaction ends with it
     */
    void close(boolean commits) throws SQLException {
        BoundRows inserted = new BoundRows(LOG, COLUMNS);
        if (entries.size() > FEW) {
            copyEntries();
        } else {
            entries.forEach(entry -> write(entry, inserted));
        }
        // In one round trip, which every other writer waits for.
        List<List<Entry>> noted = parts();
        List<String> statements = new ArrayList<>(List.of(MOVE));
        noted.forEach(part -> statements.add(NOTE));
        if (!entries.isEmpty() && entries.size() <= FEW) {
            statements.add(inserted.sql());
        }
        if (commits) {
            statements.add("COMMIT");
        }
        try (PreparedStatement statement = connection.prepareStatement(String.join(";", statements))) {
            statement.setLong(1, seq);
            statement.setObject(2, at);
            statement.setLong(MARKS_OF_MOVE, codesIssued);
            int mark = MARKS_OF_MOVE + 1;
            for (List<Entry> part : noted) {
                setNote(statement, mark, part);
                mark += MARKS_OF_NOTE;
            }
            inserted.bind(statement, mark);
            statement.execute();
        }
    }

    /** The entries of each who took part and has appended any. */
    private List<List<Entry>> parts() {
        List<List<Entry>> all = new ArrayList<>();
        int begin = 0;
        for (int next : parts) {
            all.add(entries.subList(begin, next));
            begin = next;
        }
        all.add(entries.subList(begin, entries.size()));
        all.removeIf(List::isEmpty);
        return all;
    }

    private void copyEntries() throws SQLException {
        try (CopyRows rows = CopyRows.into(connection, LOG, COLUMNS)) {
            for (Entry entry : entries) {
                write(entry, rows.row());
            }
            rows.finish();
        }
    }

    private void write(Entry entry, RowFields row) {
        ActContext said = entry.context();
        row.bigint(entry.seq()).timestamp(at.toInstant()).text(said.actor());
        row.text(entry.act().label()).text(entry.kind()).text(entry.code());
        row.integer(entry.version()).date(entry.effective());
        row.text(said.reason()).text(said.document()).bigint(said.importRun());
    }

    /** One entry of the audit log answers for all entries of one part. */
    private static void setNote(PreparedStatement statement, int mark, List<Entry> part) throws SQLException {
        Entry first = part.get(0);
        String origin = first.context().origin();
        statement.setString(mark, first.context().actor());
        statement.setString(mark + 1, origin == null ? Attempt.COMMAND_LINE : origin);
        statement.setString(mark + 2, acts(part));
        statement.setString(mark + 3, subject(part));
        statement.setString(mark + 4, first.context().reason());
        statement.setLong(mark + 5, first.seq());
        statement.setLong(mark + 6, part.get(part.size() - 1).seq());
    }

    private static @Nullable String subject(List<Entry> part) {
        Long run = part.get(0).context().importRun();
        if (run != null) {
            return "import run " + run;
        }
        return part.size() == 1 ? part.get(0).code() : null;
    }

    private static String acts(List<Entry> part) {
        Map<String, Long> counts = part.stream()
                .collect(
                        Collectors.groupingBy(entry -> entry.act().label(), LinkedHashMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                .map(count -> count.getValue() == 1 ? count.getKey() : count.getKey() + " " + count.getValue())
                .collect(Collectors.joining(", "));
    }
}
