package org.diachi.sample;

/**
 * House numbers along one side of a street or alley: odd on the left, even on the right, now and then with a letter or
 * "bis". When the numbers kept for the side are used up, letters go on. No number is given twice.
 */
final class Numbers {
    private final String prefix;
    private final int parity;
    private final int end;
    private int next;
    private int last;
    private int letters;

    /**
     * @param prefix the way to the alley, such as {@code 12/}; empty on a street
     * @param before numbers of this side that come before
     * @param quota how many there are
     */
    Numbers(String prefix, boolean left, int before, int quota) {
        this.prefix = prefix;
        this.parity = left ? 1 : 2;
        this.next = before;
        this.end = before + quota;
    }

    String next(Dice dice) {
        boolean fresh = last == 0 || next < end && !dice.chance(0.035);
        if (fresh) {
            last = 2 * next + parity;
            next++;
            letters = 0;
            return prefix + last;
        }
        if (letters == 0 && dice.chance(0.2)) {
            letters = 1;
            return prefix + last + "bis";
        }
        letters++;
        return prefix + last + (char) ('A' + (letters - 1) % 26) + (letters > 26 ? letters / 26 : "");
    }
}
