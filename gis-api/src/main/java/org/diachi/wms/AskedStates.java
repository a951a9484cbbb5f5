package org.diachi.wms;

import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.diachi.pack.GroundPart;
import org.diachi.pack.PackState;
import org.diachi.pack.RegisterStates;
import org.diachi.pack.TooMuchGroundException;
import org.diachi.wms.map.BusyException;
import org.diachi.wms.map.MapLayer;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;

/**
 * Brings the layers of a question into the state of knowledge that it asks for, if that is not the one of the packs. Such
 * questions wait for each other, so that no number of them takes more than its share of the memory. Thread-safe.
 */
final class AskedStates {

    private static final int AT_ONCE = 2;
    private static final long PATIENCE_SECONDS = 20;

    private final RegisterStates register;
    private final Semaphore room = new Semaphore(AT_ONCE, true);

    AskedStates(RegisterStates register) {
        this.register = register;
    }

    /**
     * Answers a question in the state that it asks for.
     *
     * @param box of the ground that matters, in the storage CRS; empty for everything
     * @throws ServiceException if there is too much on it
     * @throws BusyException if too many ask for such states
     */
    <T> T answer(MapQuestion question, Supplier<Optional<Envelope>> box, Function<MapQuestion, T> answer) {
        Long seq = question.knowledge().seq();
        if (!question.knowledge().withDrafts()
                && question.layers().stream().allMatch(layer -> isAsKnown(layer.state(), seq))) {
            return answer.apply(question);
        }
        acquire();
        try {
            RegisterStates.Reading reading =
                    register.read(new GroundPart(box.get().orElse(null), question.days()));
            return answer.apply(question.of(question.layers().stream()
                    .map(layer -> asked(layer, reading, question.knowledge()))
                    .toList()));
        } catch (TooMuchGroundException e) {
            throw new ServiceException(ServiceException.INVALID_VALUE, "BBOX", String.valueOf(e.getMessage()), e);
        } finally {
            room.release();
        }
    }

    /** Whether a layer is now as it was known at an entry of the log. */
    private static boolean isAsKnown(PackState state, @Nullable Long seq) {
        return seq == null || state.changed() <= seq && seq <= state.seq();
    }

    private static MapLayer asked(MapLayer layer, RegisterStates.Reading reading, Knowledge knowledge) {
        Long seq = knowledge.seq();
        PackState state = layer.state();
        if (seq != null && !isAsKnown(state, seq)) {
            return layer.ofOnce(reading.known(state.layer(), seq, knowledge.withDrafts()));
        }
        return knowledge.withDrafts() ? layer.of(reading.withDrafts(state)) : layer;
    }

    private void acquire() {
        try {
            if (!room.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new BusyException();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BusyException();
        }
    }
}
