package org.diachi.place;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.diachi.change.Act;
import org.diachi.change.ActContext;
import org.diachi.change.ChangeLog;
import org.diachi.change.Ledger;
import org.diachi.city.AddressGrammar;
import org.diachi.place.PlaceRows.Stored;
import org.springframework.dao.DataAccessResourceFailureException;

/** The acts of the register on administrative units. Each call is one transaction with its entries in the log. */
public final class PlaceRegister {

    /** The kind of places in the change log. */
    public static final String KIND = "place";

    private final ChangeLog log;
    private final AddressGrammar grammar;

    public PlaceRegister(ChangeLog log, AddressGrammar grammar) {
        this.log = log;
        this.grammar = grammar;
    }

    /** What became of a unit that a source told of. */
    public enum Result {
        /** A unit that the register did not know. */
        REGISTERED,
        /** A known unit of which the source knows more. */
        CHANGED,
        /** The register says so already. */
        SAME
    }

    /**
     * Takes over units. A unit is known by its key; or else by code, level and name while it was in force, since sources
     * call one unit by keys of their own. Parents and successors may stand anywhere in the list.
     *
     * @return what became of each, in the same order
     */
    public List<Result> register(List<PlaceRow> places, ActContext context) {
        return log.write(context, ledger -> {
            try {
                return register(ledger, places);
            } catch (SQLException e) {
                throw new DataAccessResourceFailureException("Registering " + places.size() + " places", e);
            }
        });
    }

    /**
     * The part of a reform that is about the units: those that give way end on the effective day, those that begin are
     * registered, and each is linked to its successors. What has been done before is not done again.
     *
     * @param ledger of the transaction in which the addresses move too
     * @return which unit's addresses are now in which; a unit that is split appears more than once
     * @throws ReformRefusedException if a code names no unit, or several
     */
    public List<Reform.Move> reform(Ledger ledger, Reform reform) {
        return new ReformAct(ledger, grammar, reform).apply();
    }

    private List<Result> register(Ledger ledger, List<PlaceRow> places) throws SQLException {
        PlaceRows rows = new PlaceRows(ledger.connection(), grammar);
        List<Result> results = new ArrayList<>(places.size());
        List<PlaceRow> fresh = new ArrayList<>();
        for (PlaceRow place : places) {
            Optional<Stored> known = rows.find(place);
            if (known.isEmpty()) {
                rows.identify(place);
                fresh.add(place);
                results.add(Result.REGISTERED);
            } else if (rows.isSame(known.get(), place)) {
                results.add(Result.SAME);
            } else {
                long seq = ledger.append(
                        Act.CORRECT, KIND, known.get().key(), known.get().version() + 1);
                rows.complete(known.get(), place, seq);
                results.add(Result.CHANGED);
            }
        }
        for (PlaceRow place : fresh) {
            long seq = ledger.append(
                    Act.REGISTER, KIND, place.key(), 1, place.period().from());
            rows.add(place, seq);
        }
        succeed(ledger, rows, places);
        return results;
    }

    private static void succeed(Ledger ledger, PlaceRows rows, List<PlaceRow> places) throws SQLException {
        for (PlaceRow place : places) {
            if (place.period().to() != null) {
                for (String successor : place.successors()) {
                    rows.succeed(place, successor, ledger.seq());
                }
            }
        }
    }
}
