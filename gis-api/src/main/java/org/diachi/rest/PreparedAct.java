package org.diachi.rest;

import java.util.List;
import java.util.function.Function;
import org.diachi.address.ActResult;
import org.diachi.address.AddressActs;
import org.diachi.address.Outcome;
import org.diachi.change.Act;
import org.diachi.change.ActContext;
import org.jspecify.annotations.Nullable;

/**
 * An act that was read and allowed, ready to be done.
 *
 * @param act does it
 */
record PreparedAct(ActContext context, Function<AddressActs, Done> act) {

    /**
     * What became of an act: one of the two.
     *
     * @param held what was held back as a possible duplicate
     */
    record Done(@Nullable ActResult result, @Nullable Outcome held) {

        static Done of(ActResult result) {
            return new Done(result, null);
        }

        static Done of(Act act, Outcome outcome) {
            return outcome.code() == null
                    ? new Done(null, outcome)
                    : of(new ActResult(act, outcome.code(), 1, List.of(outcome.code())));
        }
    }

    Done perform(AddressActs acts) {
        return act.apply(acts.under(context));
    }
}
