package org.diachi.address;

import java.util.List;
import org.diachi.change.ActContext;
import org.diachi.change.ChangeLog;
import org.diachi.place.PlaceRegister;
import org.diachi.place.Reform;

/**
 * A reform of wards as one act: the units give way to their successors and every address in them moves along, in one
 * transaction. No code changes. What was valid before the effective day stays as it was.
 */
public final class WardReform {

    private final ChangeLog log;
    private final PlaceRegister places;

    public WardReform(ChangeLog log, PlaceRegister places) {
        this.log = log;
        this.places = places;
    }

    /**
     * What a reform did.
     *
     * @param addresses how many address objects have got a new version
     * @param lastSeq the last entry of the log that is part of it
     */
    public record Result(int addresses, long lastSeq) {}

    /**
     * Applies a reform from the effective day of the context on. Addresses in a unit that is split go where they lie: to
     * the successor whose outline has their position, or else to the nearest. Applied again it changes nothing.
     *
     * @throws org.diachi.place.ReformRefusedException if codes name no unit or several, or a split unit has a successor
     *     without an outline
     */
    public Result apply(Reform reform, ActContext context) {
        return log.write(context, ledger -> {
            List<Reform.Move> moves = places.reform(ledger, reform);
            int addresses = new WardMoves(ledger).move(moves);
            return new Result(addresses, ledger.seq());
        });
    }
}
