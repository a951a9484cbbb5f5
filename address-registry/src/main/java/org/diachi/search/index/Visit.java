package org.diachi.search.index;

import java.util.function.IntPredicate;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.CollectionTerminatedException;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;

/** Shows documents to a visitor until that has had enough. */
final class Visit extends SimpleCollector {

    private final IntPredicate visitor;
    private int base;
    private boolean isOver;

    Visit(IntPredicate visitor) {
        this.visitor = visitor;
    }

    @Override
    protected void doSetNextReader(LeafReaderContext leaf) {
        base = leaf.docBase;
        endIfOver();
    }

    @Override
    public void collect(int doc) {
        isOver = !visitor.test(base + doc);
        endIfOver();
    }

    /** Lucene takes it as the end of one leaf. */
    private void endIfOver() {
        if (isOver) {
            throw new CollectionTerminatedException();
        }
    }

    @Override
    public ScoreMode scoreMode() {
        return ScoreMode.COMPLETE_NO_SCORES;
    }
}
