package org.diachi.address;

import java.util.List;
import java.util.function.Function;
import org.diachi.change.Act;
import org.diachi.change.ActContext;
import org.diachi.change.ChangeLog;
import org.diachi.change.Ledger;
import org.diachi.change.RequestKey;
import org.diachi.change.StoredAnswer;
import org.diachi.city.AddressGrammar;
import org.diachi.place.WardCourses;
import org.diachi.value.CodePermutation;
import org.diachi.value.Crs;

/** The acts of the register on address objects. Each call is one transaction and leaves its entries in the change log. */
public final class AddressRegister {

    private final ChangeLog log;
    private final CodePermutation permutation;
    private final AddressGrammar grammar;
    private final Crs storageCrs;
    private final WardCourses wards;

    /**
     * @param permutation turns the sequence of codes into codes; its key belongs to the register for ever
     * @param grammar compares addresses
     * @param storageCrs the CRS of all geometries that are handed in
     */
    public AddressRegister(ChangeLog log, CodePermutation permutation, AddressGrammar grammar, Crs storageCrs) {
        this.log = log;
        this.permutation = permutation;
        this.grammar = grammar;
        this.storageCrs = storageCrs;
        this.wards = new WardCourses(storageCrs.epsg());
    }

    /**
     * Registers things in the order given, all in one transaction. What is already registered gets no second code; what
     * looks like it is held back in the queue of duplicates.
     *
     * @param registrations geometries in the storage CRS; up to some ten thousand at once
     * @param rules what may be joined without asking
     * @return what became of each, in the same order
     */
    public List<Outcome> register(List<Registration> registrations, RegistrationRules rules, ActContext context) {
        return log.write(
                context,
                ledger -> ActDesk.run(
                        "Registering " + registrations.size() + " objects",
                        () -> RegistrationBatch.of(desk(ledger), rules, Act.REGISTER, registrations)
                                .register()));
    }

    /**
     * Does acts in one transaction: all of them, or none if one is refused.
     *
     * @param context who acts, why, and from which day on, unless the acts say otherwise
     * @throws ActRefusedException if an act does not apply
     */
    public <T> T act(ActContext context, Function<AddressActs, T> acts) {
        return log.write(context, ledger -> acts.apply(new AddressActs(desk(ledger))));
    }

    /**
     * Like {@link #act}, but acts of others that wait at the same time may go in the same transaction; those that are
     * refused are undone alone.
     *
     * @param acts are done on any thread: they must know by themselves who asked
     */
    public <T> T actTogether(ActContext context, Function<AddressActs, T> acts) {
        return log.writeTogether(context, ledger -> acts.apply(new AddressActs(desk(ledger))));
    }

    /**
     * Like {@link #act}, but a request that comes again gets the answer it had, and nothing is done.
     *
     * @throws org.diachi.change.KeyReusedException if the key came with another request before
     * @throws ActRefusedException if an act does not apply; the request may come again
     */
    public StoredAnswer actOnce(RequestKey request, ActContext context, Function<AddressActs, StoredAnswer> acts) {
        return log.writeOnce(request, context, ledger -> acts.apply(new AddressActs(desk(ledger))));
    }

    /**
     * Registers many batches in a row, faster than one by one.
     *
     * @param rules what may be joined without asking
     */
    public Registrar registrar(RegistrationRules rules) {
        return new Registrar(this, log, rules);
    }

    CodePermutation permutation() {
        return permutation;
    }

    AddressGrammar grammar() {
        return grammar;
    }

    int srid() {
        return storageCrs.epsg();
    }

    WardCourses wards() {
        return wards;
    }

    ActDesk desk(Ledger ledger) {
        return new ActDesk(ledger, this);
    }
}
