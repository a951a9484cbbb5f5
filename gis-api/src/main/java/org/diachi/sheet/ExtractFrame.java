package org.diachi.sheet;

import org.locationtech.jts.geom.Envelope;

/**
 * What of the ground a map extract shows: north is up, in the storage CRS.
 *
 * @param box of the ground, in the proportions of the picture
 * @param width of the picture in millimetres
 * @param height of the picture in millimetres
 */
record ExtractFrame(Envelope box, double width, double height) {

    /** No extract shows less ground across, in metres: a point still lies among its neighbours. */
    private static final double LEAST_METRES = 180;

    /** The ground around the subject, as a part of its size. */
    private static final double MARGIN = 0.35;

    private static final double MILLIMETRES = 1000;

    /** A frame around a subject. */
    static ExtractFrame around(Envelope subject, double width, double height) {
        double across = Math.max(LEAST_METRES, subject.getWidth() * (1 + 2 * MARGIN));
        double up = Math.max(LEAST_METRES * height / width, subject.getHeight() * (1 + 2 * MARGIN));
        double metresPerMillimetre = Math.max(across / width, up / height);
        double halfWidth = metresPerMillimetre * width / 2;
        double halfHeight = metresPerMillimetre * height / 2;
        double x = subject.centre().x;
        double y = subject.centre().y;
        return new ExtractFrame(
                new Envelope(x - halfWidth, x + halfWidth, y - halfHeight, y + halfHeight), width, height);
    }

    /** The denominator of the scale on paper. */
    double scaleDenominator() {
        return box.getWidth() / width * MILLIMETRES;
    }

    /** From the left edge, in millimetres. */
    double x(double easting) {
        return (easting - box.getMinX()) / box.getWidth() * width;
    }

    /** From the upper edge downwards, in millimetres. */
    double y(double northing) {
        return (box.getMaxY() - northing) / box.getHeight() * height;
    }

    /** The longest of 1, 2 or 5 times a power of ten metres that takes no more than a quarter of the width. */
    double scaleBarMetres() {
        double most = box.getWidth() / 4;
        double power = Math.pow(10, Math.floor(Math.log10(most)));
        for (double step : new double[] {5, 2}) {
            if (step * power <= most) {
                return step * power;
            }
        }
        return power;
    }
}
