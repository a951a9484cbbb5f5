package org.diachi.rest;

import org.diachi.change.Act;
import org.diachi.http.OutputCrs;
import org.diachi.security.Caller;

/**
 * Who writes, what they are about to do, and how they tell positions.
 *
 * @param crs the system of the geometries in the body
 */
record Writer(Caller caller, Act act, OutputCrs crs) {

    static Writer current(Act act, OutputCrs crs) {
        Caller caller = Caller.current()
                .orElseThrow(() -> new IllegalStateException("A write has come past security without a key"));
        return new Writer(caller, act, crs);
    }

    /** The same writer about to do another act. */
    Writer doing(Act other) {
        return new Writer(caller, other, crs);
    }
}
