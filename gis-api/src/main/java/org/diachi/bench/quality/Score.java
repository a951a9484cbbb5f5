package org.diachi.bench.quality;

import java.util.ArrayList;
import java.util.List;

/** How a family fared. */
public final class Score {

    private static final double PERCENT = 100;

    private int cases;
    private int right;
    private int sure;
    private int wronglySure;
    private final List<String> failures = new ArrayList<>();

    void add(boolean isRight, boolean isSure, String told) {
        cases++;
        right += isRight ? 1 : 0;
        sure += isSure ? 1 : 0;
        wronglySure += isSure && !isRight ? 1 : 0;
        if (!isRight) {
            failures.add(told);
        }
    }

    /** How many cases there were. */
    public int cases() {
        return cases;
    }

    /** How many of a hundred were answered right. */
    public double percent() {
        return cases == 0 ? 0 : PERCENT * right / cases;
    }

    /** How many answers were said to be sure (grade A). */
    public int sure() {
        return sure;
    }

    /** How many of these were wrong. */
    public int wronglySure() {
        return wronglySure;
    }

    /** What went wrong, a line for each case. */
    public List<String> failures() {
        return List.copyOf(failures);
    }
}
