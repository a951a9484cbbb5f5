package org.diachi.portrayal.png;

import java.util.Arrays;

/** A canonical Huffman code as DEFLATE has it (RFC 1951, 3.2.2), made for counted symbols. Keeps its arrays. */
final class HuffmanCode {

    private final int limit;
    private final int[] sorted;
    private final long[] weights;
    private final int[] parents;

    /** How often each symbol occurs; set before {@link #build}. */
    final int[] counts;

    /** Bits of each symbol's code; 0 for a symbol that does not occur. */
    final int[] lengths;

    /** Codes with their bits in the order in which they are written, the first in the lowest place. */
    final int[] codes;

    HuffmanCode(int symbols, int limit) {
        this.limit = limit;
        counts = new int[symbols];
        lengths = new int[symbols];
        codes = new int[symbols];
        sorted = new int[symbols];
        weights = new long[2 * symbols];
        parents = new int[2 * symbols];
    }

    /** The symbols up to the last that occurs. */
    int used(int least) {
        int used = lengths.length;
        while (used > least && lengths[used - 1] == 0) {
            used--;
        }
        return used;
    }

    /** Makes lengths and codes. Where a code would be too long, rare symbols are taken for more frequent. */
    void build() {
        Arrays.fill(lengths, 0);
        int kinds = sort();
        if (kinds == 0) {
            // At least one code of one bit, which DEFLATE wants even if it is never used.
            lengths[0] = 1;
        } else if (kinds == 1) {
            lengths[sorted[0]] = 1;
        } else {
            int shift = 0;
            while (!assign(kinds, shift)) {
                shift++;
            }
        }
        number();
    }

    /** Sorts the symbols that occur by their counts, rarest first. */
    private int sort() {
        int kinds = 0;
        for (int symbol = 0; symbol < counts.length; symbol++) {
            if (counts[symbol] > 0) {
                weights[kinds++] = (long) counts[symbol] << 16 | symbol;
            }
        }
        Arrays.sort(weights, 0, kinds);
        for (int i = 0; i < kinds; i++) {
            sorted[i] = (int) (weights[i] & 0xffff);
        }
        return kinds;
    }

    /** Makes lengths by Huffman's method with two queues: the sorted symbols, and the pairs in the order of their making. */
    private boolean assign(int kinds, int shift) {
        for (int i = 0; i < kinds; i++) {
            weights[i] = (counts[sorted[i]] >> shift) + 1L;
        }
        int single = 0;
        int pair = kinds;
        int total = 2 * kinds - 1;
        for (int node = kinds; node < total; node++) {
            long weight = 0;
            for (int child = 0; child < 2; child++) {
                boolean takeSingle = single < kinds && (pair >= node || weights[single] <= weights[pair]);
                int taken = takeSingle ? single++ : pair++;
                weight += weights[taken];
                parents[taken] = node;
            }
            weights[node] = weight;
        }
        weights[total - 1] = 0;
        for (int node = total - 2; node >= 0; node--) {
            weights[node] = weights[parents[node]] + 1;
        }
        for (int i = 0; i < kinds; i++) {
            if (weights[i] > limit) {
                return false;
            }
            lengths[sorted[i]] = (int) weights[i];
        }
        return true;
    }

    private void number() {
        int[] next = new int[limit + 2];
        for (int length : lengths) {
            next[length + 1]++;
        }
        next[1] = 0;
        for (int length = 1; length <= limit; length++) {
            next[length] = next[length] + next[length - 1] << 1;
        }
        for (int symbol = 0; symbol < lengths.length; symbol++) {
            int length = lengths[symbol];
            if (length > 0) {
                codes[symbol] = Integer.reverse(next[length]++) >>> 32 - length;
            }
        }
    }
}
