package org.diachi.search.index;

import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.util.Bits;
import org.diachi.search.nearest.BoxTree;
import org.diachi.search.nearest.Nearest;
import org.jspecify.annotations.Nullable;

/** The objects around a place, in the order in which their boxes are near. For one thread. */
public final class Around {

    private final List<Leaf> leaves = new ArrayList<>();
    private @Nullable Leaf nearest;

    /** One segment of the index; its present box is the nearest that has not been shown. */
    private record Leaf(int base, @Nullable Bits live, Nearest boxes) {

        boolean next() {
            while (boxes.next()) {
                if (live == null || live.get(boxes.item())) {
                    return true;
                }
            }
            return false;
        }
    }

    Around(BoxSearchers.BoxSearcher searcher, double x, double y) {
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            BoxTree boxes = searcher.boxes(leaf.ord);
            Leaf own = new Leaf(
                    leaf.docBase,
                    leaf.reader().getLiveDocs(),
                    new Nearest(boxes, x * Documents.CENTIMETRES, y * Documents.CENTIMETRES));
            if (own.next()) {
                leaves.add(own);
            }
        }
    }

    /** Goes on to the next object. Returns false if there is none. */
    public boolean next() {
        if (nearest != null && !nearest.next()) {
            leaves.remove(nearest);
        }
        nearest = null;
        for (Leaf leaf : leaves) {
            if (nearest == null || leaf.boxes().distance() < nearest.boxes().distance()) {
                nearest = leaf;
            }
        }
        return nearest != null;
    }

    private Leaf present() {
        if (nearest == null) {
            throw new IllegalStateException("There is no object");
        }
        return nearest;
    }

    /** The document of the present object. */
    public int doc() {
        return present().base() + present().boxes().item();
    }

    /** The present object is so far away or farther, in metres of the storage CRS; so are all that come later. */
    public double atLeastMetres() {
        return present().boxes().distance() / Documents.CENTIMETRES;
    }
}
