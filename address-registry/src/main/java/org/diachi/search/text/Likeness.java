package org.diachi.search.text;

/**
 * How like what was typed is to what stands in the register.
 *
 * @param value 0 for nothing in common to 1 for the same
 * @param difference what differs
 */
public record Likeness(double value, Difference difference) {

    /** Two words that have nothing to do with each other. */
    public static final Likeness NONE = new Likeness(0, Difference.NONE);

    /** The same word, or the same but for marks that were not typed. */
    public static final Likeness SAME = new Likeness(1, Difference.NONE);

    /** Some of the marks are missing. */
    static final Likeness FEWER_MARKS = new Likeness(0.97, Difference.MARKS);

    /** Other marks: another word, but one that is often written so. */
    static final Likeness OTHER_MARKS = new Likeness(0.88, Difference.MARKS);

    static final Likeness ONE_EDIT = new Likeness(0.8, Difference.TYPO);
    static final Likeness TWO_EDITS = new Likeness(0.65, Difference.TYPO);

    /** Of a word of which only the beginning is typed; the more of it, the better. */
    private static final double LEAST_OF_PREFIX = 0.85;

    private static final double PREFIX_GAIN = 0.12;

    static Likeness ofPrefix(int typed, int letters) {
        return new Likeness(LEAST_OF_PREFIX + PREFIX_GAIN * typed / letters, Difference.UNFINISHED);
    }

    /** The same with an additional loss. */
    Likeness less(double loss, Difference why) {
        return new Likeness(Math.max(0, value - loss), why);
    }

    /** How two forms of words compare. */
    public static Likeness of(Form typed, Form word, boolean isOpen) {
        if (typed.key().equals(word.key())) {
            return SAME;
        }
        if (typed.fold().equals(word.fold())) {
            return ofMarks(typed, word);
        }
        Likeness best = NONE;
        if (isOpen && word.fold().startsWith(typed.fold())) {
            best = ofPrefix(typed.fold().length(), word.fold().length());
        }
        Likeness mistyped = ofTypo(typed, word);
        return mistyped.value > best.value ? mistyped : best;
    }

    private static Likeness ofMarks(Form typed, Form word) {
        if (!typed.isMarked()) {
            return SAME;
        }
        if (!word.isMarked()) {
            return FEWER_MARKS;
        }
        return isSubset(typed, word) ? FEWER_MARKS : OTHER_MARKS;
    }

    /** Whether every letter that was typed with marks has them, or more, in the word. */
    private static boolean isSubset(Form typed, Form word) {
        if (typed.key().length() != word.key().length()) {
            return false;
        }
        for (int i = 0; i < typed.key().length(); i++) {
            char t = typed.key().charAt(i);
            char w = word.key().charAt(i);
            boolean isPlain = t == typed.fold().charAt(i);
            if (t != w && !isPlain && !Marks.isWithin(t, w)) {
                return false;
            }
        }
        return true;
    }

    private static Likeness ofTypo(Form typed, Form word) {
        int allowed =
                EditDistance.allowed(Math.min(typed.fold().length(), word.fold().length()));
        if (typed.leastEdits(word) > allowed || allowed == 0 || typed.hasDigit() || word.hasDigit()) {
            return NONE;
        }
        return switch (EditDistance.of(typed.fold(), word.fold(), allowed)) {
            case 1 -> ONE_EDIT;
            case 2 -> allowed == 2 ? TWO_EDITS : NONE;
            default -> NONE;
        };
    }
}
