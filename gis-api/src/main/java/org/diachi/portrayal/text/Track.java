package org.diachi.portrayal.text;

import org.jspecify.annotations.Nullable;

/** Sets letters along a line. */
final class Track {

    private final double[] xy;
    private final int from;
    private final int to;
    private final double length;

    /** A line of the points {@code from} up to, exclusive, {@code to}. */
    Track(double[] xy, int from, int to) {
        this.xy = xy;
        this.from = from;
        this.to = to;
        double sum = 0;
        for (int i = from; i < to - 1; i++) {
            sum += piece(i);
        }
        length = sum;
    }

    double length() {
        return length;
    }

    private double piece(int point) {
        return Math.hypot(xy[2 * point + 2] - xy[2 * point], xy[2 * point + 3] - xy[2 * point + 1]);
    }

    /** The x, y and direction at a distance from the beginning. */
    double[] at(double distance) {
        double rest = Math.max(0, distance);
        for (int i = from; i < to - 1; i++) {
            double piece = piece(i);
            if (piece > 0 && (rest <= piece || i == to - 2)) {
                double part = rest / piece;
                double dx = xy[2 * i + 2] - xy[2 * i];
                double dy = xy[2 * i + 3] - xy[2 * i + 1];
                return new double[] {xy[2 * i] + part * dx, xy[2 * i + 1] + part * dy, Math.atan2(dy, dx)};
            }
            rest -= piece;
        }
        return new double[] {xy[2 * from], xy[2 * from + 1], 0};
    }

    /**
     * The x, y and angle of each letter, x and y at the beginning of its base line.
     *
     * @param middle where the middle of the text is, from the beginning of the line
     * @param lift how far the base line is moved upwards
     * @param bend the greatest angle between two letters, in radians
     * @return nothing where the text does not fit
     */
    double @Nullable [] set(TextBlock block, double middle, double lift, double bend) {
        String text = block.lines().get(0);
        if (middle - block.width() / 2 < 0 || middle + block.width() / 2 > length) {
            return null;
        }
        // Read from left to right.
        double[] begin = at(middle - block.width() / 2);
        double[] end = at(middle + block.width() / 2);
        boolean backwards = end[0] < begin[0];
        double[] track = new double[3 * text.codePointCount(0, text.length())];
        double reached = middle + (backwards ? block.width() / 2 : -block.width() / 2);
        double base = block.lineY(0) - lift;
        int letter = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            double advance = block.face().glyph(text.codePointAt(i)).advance() * block.size();
            double[] at = at(reached + (backwards ? -advance / 2 : advance / 2));
            double angle = backwards ? at[2] + Math.PI : at[2];
            if (letter > 0 && Math.abs(Math.IEEEremainder(angle - track[3 * letter - 1], 2 * Math.PI)) > bend) {
                return null;
            }
            track[3 * letter] = at[0] - advance / 2 * Math.cos(angle) - base * Math.sin(angle);
            track[3 * letter + 1] = at[1] - advance / 2 * Math.sin(angle) + base * Math.cos(angle);
            track[3 * letter + 2] = angle;
            letter++;
            reached += backwards ? -advance : advance;
        }
        return track;
    }
}
