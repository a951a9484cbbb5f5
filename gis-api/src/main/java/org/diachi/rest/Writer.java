package org.diachi.rest;

import org.diachi.change.Act;
import org.diachi.http.OutputCrs;
import org.diachi.http.problem.Problem;
import org.diachi.http.problem.ProblemException;
import org.diachi.http.problem.ProblemType;
import org.diachi.security.ActPermissions;
import org.diachi.security.Caller;
import org.diachi.value.AddressKind;
import org.jspecify.annotations.Nullable;

/**
 * Who writes, and in which system the geometries of the body are.
 *
 * @param caller the bearer of the key
 */
record Writer(Caller caller, OutputCrs crs) {

    static Writer current(OutputCrs crs) {
        Caller caller = Caller.current()
                .orElseThrow(() -> new IllegalStateException("A write has come past security without a key"));
        return new Writer(caller, crs);
    }

    /** Refuses what the key does not allow. */
    void check(Act act, AddressKind kind, @Nullable String ward) {
        if (!ActPermissions.mayAct(caller, act, kind, ward)) {
            String where = ward == null ? "outside the wards" : "in ward " + ward;
            throw new ProblemException(Problem.of(
                            ProblemType.FORBIDDEN,
                            "This key may not " + act.label() + " a " + kind.label() + " " + where + ".")
                    .withKnown(caller.wards().stream().sorted().toList()));
        }
    }
}
