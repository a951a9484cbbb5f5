package org.diachi.address;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.diachi.address.ActRefusedException.Rule;
import org.diachi.change.Ledger;
import org.diachi.city.AddressGrammar;
import org.diachi.place.WardCourses;
import org.diachi.value.Code;
import org.diachi.value.CodePermutation;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** What every act needs: the open ledger, the objects as they are, and the means to write what the act made of them. */
final class ActDesk {

    private final Ledger ledger;
    private final CodePermutation permutation;
    private final AddressGrammar grammar;
    private final int srid;
    private final WardCourses wards;
    private final JdbcTemplate jdbc;

    ActDesk(Ledger ledger, AddressRegister register) {
        this.ledger = ledger;
        this.permutation = register.permutation();
        this.grammar = register.grammar();
        this.srid = register.srid();
        this.wards = register.wards();
        this.jdbc = new JdbcTemplate(new SingleConnectionDataSource(ledger.connection(), true));
    }

    /** A step on the database that may fail. */
    interface Step<T> {
        T run() throws SQLException;
    }

    static <T> T run(String what, Step<T> step) {
        try {
            return step.run();
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException(what, e);
        }
    }

    Ledger ledger() {
        return ledger;
    }

    AddressGrammar grammar() {
        return grammar;
    }

    int srid() {
        return srid;
    }

    /** Statements in the transaction of the act. */
    JdbcTemplate jdbc() {
        return jdbc;
    }

    /** The day on which the act takes effect. */
    LocalDate day() {
        return ledger.context().effective();
    }

    Code issueCode() {
        return Code.of(permutation.permute(ledger.issueCodeNumber()));
    }

    /** Those of the codes that were issued. */
    Map<Code, Timeline> find(Collection<Code> codes) {
        return run("Reading " + codes, () -> Timelines.read(ledger.connection(), codes));
    }

    /** The object of an act, in the version that the actor expects. */
    Timeline get(Subject subject) {
        Timeline timeline = find(List.of(subject.code())).get(subject.code());
        if (timeline == null) {
            throw new ActRefusedException(
                    Rule.UNKNOWN_CODE,
                    subject.code().toString(),
                    "The code " + subject.code() + " was never issued.",
                    "Check the code.");
        }
        Integer expected = subject.expectedVersion();
        if (expected != null && expected != timeline.storedVersion()) {
            throw new ActRefusedException(
                    Rule.VERSION_CONFLICT,
                    subject.code().toString(),
                    subject.code() + " is in version " + timeline.storedVersion() + ", not " + expected + ".",
                    "Read the object again and decide anew.");
        }
        return timeline;
    }

    /** What the register says of the object on the day of the act. */
    AddressContent on(Timeline timeline, LocalDate day) {
        return timeline.findOn(day)
                .orElseThrow(() -> new ActRefusedException(
                        Rule.BEFORE_BEGINNING,
                        "effective",
                        timeline.code() + " begins on " + timeline.firstDay() + "; on " + day + " it did not exist.",
                        "Choose an effective date from " + timeline.firstDay() + " on."));
    }

    /** The way into the table, for contents that may have been encoded in advance. */
    AddressRows rows(ContentFields contents) {
        return new AddressRows(ledger, contents, wards.of(ledger));
    }

    /** Writes the timelines, each with an entry of the log, and returns the numbers of the entries. */
    Map<Code, Long> write(Collection<Timeline> timelines) {
        return run("Writing the objects of an act", () -> {
            try (AddressRows rows = rows(new ContentFields(new AddressKeys(grammar)))) {
                rows.write(timelines);
                return rows.entries();
            }
        });
    }

    /** Writes what the act made of an object. */
    ActResult write(Timeline timeline) {
        if (timeline.added().isEmpty()) {
            throw new ActRefusedException(
                    Rule.NO_CHANGE,
                    timeline.code().toString(),
                    "The register says so of " + timeline.code() + " already.",
                    "Nothing is to be done.");
        }
        write(List.of(timeline));
        return new ActResult(timeline.act(), timeline.code(), timeline.nextVersion(), List.of());
    }

    /** The entry of the log that was written of a code. */
    static long entryOf(Map<Code, Long> entries, Code code) {
        return Objects.requireNonNull(entries.get(code), "No entry");
    }
}
