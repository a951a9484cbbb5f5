package org.diachi.search.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PointValues;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.util.NumericUtils;
import org.diachi.search.nearest.BoxTree;
import org.jspecify.annotations.Nullable;

/**
 * Makes the searchers of an index, each with the boxes of its objects. A segment never changes, so its boxes are read once,
 * before anybody sees it; what has been deleted since is still among them.
 */
final class BoxSearchers extends SearcherFactory {

    /** Numbers of a box: least and greatest of two axes. */
    private static final int CORNERS = 4;

    private Map<IndexReader.CacheKey, BoxTree> known = Map.of();

    /** A searcher with the boxes of each leaf of its reader. */
    static final class BoxSearcher extends IndexSearcher {

        private final List<BoxTree> boxes;

        private BoxSearcher(IndexReader reader, List<BoxTree> boxes) {
            super(reader);
            this.boxes = List.copyOf(boxes);
            // No question comes twice, so that a cache would only take room and time.
            setQueryCache(null);
        }

        /** Boxes in centimetres of the storage CRS, with the numbers of their documents in the leaf. */
        BoxTree boxes(int leaf) {
            return boxes.get(leaf);
        }
    }

    @Override
    public synchronized IndexSearcher newSearcher(IndexReader reader, @Nullable IndexReader previous)
            throws IOException {
        Map<IndexReader.CacheKey, BoxTree> present = new HashMap<>();
        List<BoxTree> boxes = new ArrayList<>();
        for (LeafReaderContext leaf : reader.leaves()) {
            IndexReader.CacheKey segment = leaf.reader().getCoreCacheHelper().getKey();
            BoxTree tree = known.get(segment);
            if (tree == null) {
                tree = read(leaf.reader());
            }
            present.put(segment, tree);
            boxes.add(tree);
        }
        known = present;
        return new BoxSearcher(reader, boxes);
    }

    private static BoxTree read(LeafReader leaf) throws IOException {
        PointValues points = leaf.getPointValues(Fields.BOX);
        if (points == null) {
            return BoxTree.of(new int[0], new int[0]);
        }
        Boxes boxes = new Boxes(Math.toIntExact(points.size()));
        points.intersect(boxes);
        return BoxTree.of(boxes.corners, boxes.docs);
    }

    /** Takes every box of a segment. */
    private static final class Boxes implements PointValues.IntersectVisitor {

        private final int[] corners;
        private final int[] docs;
        private int count;

        Boxes(int all) {
            this.corners = new int[all * CORNERS];
            this.docs = new int[all];
        }

        @Override
        public void visit(int doc) {
            throw new IllegalStateException("Boxes are asked for with their corners");
        }

        /** An IntRange holds the least values of all axes, then the greatest. */
        @Override
        public void visit(int doc, byte[] packed) {
            for (int i = 0; i < CORNERS; i++) {
                corners[count * CORNERS + i] = NumericUtils.sortableBytesToInt(packed, i * Integer.BYTES);
            }
            docs[count++] = doc;
        }

        @Override
        public PointValues.Relation compare(byte[] least, byte[] greatest) {
            return PointValues.Relation.CELL_CROSSES_QUERY;
        }
    }
}
