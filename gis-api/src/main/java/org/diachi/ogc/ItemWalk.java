package org.diachi.ogc;

import java.io.IOException;
import java.util.List;

/**
 * All features of a query in the order of their ids, read a batch at a time while they are written. Between batches no
 * connection to the database is held, so that a slow reader keeps none; all of them show one state of the register.
 */
final class ItemWalk implements ItemSource {

    private static final int BATCH = 2000;

    private final Batches batches;
    private final ItemQuery query;

    /** Reads so many features of a query. */
    @FunctionalInterface
    interface Batches {
        List<Item> list(ItemQuery query, int limit);
    }

    ItemWalk(ItemQuery query, Batches batches) {
        this.query = query;
        this.batches = batches;
    }

    @Override
    public void each(Sink sink) throws IOException {
        ItemQuery rest = query;
        List<Item> batch;
        do {
            batch = batches.list(rest, BATCH);
            for (Item item : batch) {
                sink.take(item);
            }
            if (!batch.isEmpty()) {
                rest = query.goingOnAfter(batch.get(batch.size() - 1).id());
            }
        } while (batch.size() == BATCH);
    }
}
