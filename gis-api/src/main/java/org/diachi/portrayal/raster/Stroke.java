package org.diachi.portrayal.raster;

/**
 * How a line is stroked; lengths in pixels.
 *
 * @param join how pieces meet
 * @param cap how it ends
 * @param dashes lines and gaps in turn, an even number; empty without gaps
 * @param dashOffset how much of the dashes is left out at the beginning
 * @param offset how far to the left of its direction
 */
public record Stroke(double width, Join join, Cap cap, double[] dashes, double dashOffset, double offset) {

    /** How two pieces of a line meet. */
    public enum Join {
        /** The outer edges are drawn to their crossing. */
        MITRE,
        ROUND,
        BEVEL
    }

    /** How a line ends. */
    public enum Cap {
        /** At its last point. */
        BUTT,
        ROUND,
        /** Half a width beyond its last point. */
        SQUARE
    }

    /** A mitre longer than this, in widths, becomes a bevel, as in Java2D and PostScript. */
    static final double MITRE_LIMIT = 10;

    /** A line without gaps. */
    public static Stroke of(double width) {
        return new Stroke(width, Join.MITRE, Cap.BUTT, new double[0], 0, 0);
    }

    /** The same on the other side of the line. */
    Stroke mirrored() {
        return new Stroke(width, join, cap, dashes, dashOffset, -offset);
    }

    /** Whether there are gaps that could be seen. */
    boolean hasDashes() {
        return round() > 0.5;
    }

    /** The length after which the dashes come again. */
    double round() {
        double round = 0;
        for (double dash : dashes) {
            round += dash;
        }
        return round;
    }

    /** How far from its line anything of the stroke can be. */
    double reach() {
        return (Math.abs(offset) + width / 2) * MITRE_LIMIT + 1;
    }
}
