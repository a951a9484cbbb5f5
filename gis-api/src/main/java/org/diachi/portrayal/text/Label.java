package org.diachi.portrayal.text;

import org.diachi.portrayal.style.TextSymbol;
import org.jspecify.annotations.Nullable;

/**
 * A label that is wanted, in the pixels of a picture.
 *
 * @param text as it is written
 * @param feature whose it is; it decides between two of the same priority
 * @param x of the middle of the block, or of its anchor on a line
 * @param y likewise
 * @param angle clockwise, in radians
 * @param track for each letter of a label along a line its x, y and angle
 * @param boxes left, top, right and bottom of what it covers, of one box after the other
 */
record Label(
        TextSymbol symbol,
        String text,
        TextBlock block,
        long feature,
        double x,
        double y,
        double angle,
        double @Nullable [] track,
        double[] boxes) {

    /** Whether another is kept rather than this one. Two labels of one feature are told apart by their place. */
    boolean givesWayTo(Label other) {
        if (other.symbol.priority() != symbol.priority()) {
            return other.symbol.priority() > symbol.priority();
        }
        // Neighbours are often numbered in turn, and then the first of a long row alone would be shown.
        long own = mixed(feature);
        if (mixed(other.feature) != own) {
            return mixed(other.feature) < own;
        }
        int byText = other.text.compareTo(text);
        if (byText != 0) {
            return byText < 0;
        }
        return other.y != y ? other.y < y : other.x < x;
    }

    /** A number that has nothing to do with its neighbours': the finaliser of SplitMix64, which is reversible. */
    private static long mixed(long feature) {
        long mixed = (feature ^ feature >>> 30) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94d049bb133111ebL;
        return mixed ^ mixed >>> 31;
    }

    boolean touches(Label other, double margin) {
        for (int i = 0; i < boxes.length; i += 4) {
            for (int k = 0; k < other.boxes.length; k += 4) {
                if (boxes[i] - margin < other.boxes[k + 2]
                        && boxes[i + 2] + margin > other.boxes[k]
                        && boxes[i + 1] - margin < other.boxes[k + 3]
                        && boxes[i + 3] + margin > other.boxes[k + 1]) {
                    return true;
                }
            }
        }
        return false;
    }
}
