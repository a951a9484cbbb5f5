package org.diachi.address;

import java.sql.SQLException;
import java.util.List;
import org.diachi.change.ActContext;
import org.diachi.change.ChangeLog;
import org.diachi.city.AddressGrammar;
import org.diachi.value.CodePermutation;
import org.diachi.value.Crs;
import org.springframework.dao.DataAccessResourceFailureException;

/** The acts of the register on address objects. Each call is one transaction and leaves its entries in the change log. */
public final class AddressRegister {

    private final ChangeLog log;
    private final CodePermutation permutation;
    private final AddressGrammar grammar;
    private final Crs storageCrs;

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
    }

    /**
     * Registers things in the order given, all in one transaction. What is already registered gets no second code.
     *
     * @param registrations geometries in the storage CRS; up to some ten thousand at once
     * @param rules what may be joined without asking
     * @return what became of each, in the same order
     */
    public List<Outcome> register(List<Registration> registrations, RegistrationRules rules, ActContext context) {
        return log.write(context, ledger -> {
            try {
                return new RegistrationBatch(ledger, permutation, grammar, rules, registrations)
                        .register(storageCrs.epsg());
            } catch (SQLException e) {
                throw new DataAccessResourceFailureException("Registering " + registrations.size() + " objects", e);
            }
        });
    }
}
