package org.diachi.address;

import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.diachi.address.Outcome.Result;
import org.diachi.change.Act;
import org.diachi.change.ActContext;
import org.diachi.change.ChangeLog;
import org.diachi.change.Ledger;

/**
 * Registers many batches in a row. What the register knows of a batch may be asked while the batch before is still being
 * written; what was written in between is then added from memory, or, where somebody else wrote too, asked again.
 *
 * <p>One thread foresees and one registers, both in the order of the batches.
 */
public final class Registrar {

    /** More than ever lie between a batch that is foreseen and one that is being written. */
    private static final int REMEMBERED = 3;

    private final AddressRegister register;
    private final ChangeLog log;
    private final RegistrationRules rules;
    private final Deque<Written> written = new ArrayDeque<>();

    /** A batch of new objects, and the entries of the log that tell of them: those after {@code after}, to {@code upTo}. */
    private record Written(long after, long upTo, Foresight batch) {}

    /** What came of a batch, and the entries of the log that were appended for it. */
    private record Registered(List<Outcome> outcomes, Written written) {}

    Registrar(AddressRegister register, ChangeLog log, RegistrationRules rules) {
        this.register = register;
        this.log = log;
        this.rules = rules;
    }

    /** A batch about which the register was asked. */
    public static final class Batch {

        private final Foresight foresight;

        private Batch(Foresight foresight) {
            this.foresight = foresight;
        }
    }

    /** Asks the register about a batch. */
    public Batch foresee(List<Registration> registrations) {
        return new Batch(log.ask((connection, seq) ->
                Foresight.ask(connection, seq, register.srid(), register.grammar(), rules, registrations)));
    }

    /**
     * Registers the things of a batch in their order, in one transaction, as {@link AddressRegister#register} does.
     *
     * @return what became of each, in the same order
     */
    public List<Outcome> register(Batch batch, ActContext context) {
        Registered registered = log.write(
                context,
                ledger -> ActDesk.run(
                        "Registering " + batch.foresight.registrations().size() + " objects",
                        () -> register(batch.foresight, ledger)));
        if (registered.outcomes().stream().allMatch(Registrar::leavesOldObjects)) {
            written.addLast(registered.written());
        } else {
            written.clear();
        }
        if (written.size() > REMEMBERED) {
            written.removeFirst();
        }
        return registered.outcomes();
    }

    private Registered register(Foresight foreseen, Ledger ledger) throws SQLException {
        ActDesk desk = register.desk(ledger);
        long head = ledger.seq();
        Optional<List<Foresight>> between = writtenBetween(foreseen.seq(), head);
        between.ifPresent(foreseen::follow);
        RegistrationBatch batch = between.isPresent()
                ? new RegistrationBatch(desk, Act.REGISTER, foreseen)
                : RegistrationBatch.of(desk, rules, Act.REGISTER, foreseen.registrations());
        List<Outcome> outcomes = batch.register();
        batch.foresight().settle();
        return new Registered(outcomes, new Written(head, ledger.seq(), batch.foresight()));
    }

    private static boolean leavesOldObjects(Outcome outcome) {
        return outcome.result() != Result.CHANGED && outcome.result() != Result.MERGED;
    }

    /** The remembered batches that tell all entries after one up to another; absent if they do not. */
    private Optional<List<Foresight>> writtenBetween(long after, long upTo) {
        List<Foresight> batches = new ArrayList<>();
        long reached = after;
        for (Written next : written) {
            if (next.after() == reached && next.upTo() > reached) {
                batches.add(next.batch());
                reached = next.upTo();
            }
        }
        return reached == upTo ? Optional.of(batches) : Optional.empty();
    }
}
