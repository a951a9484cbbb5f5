package org.diachi.plate;

/** Sizes of paper that plates are printed on (ISO 216; SRA3 of ISO 217), in millimetres. */
public enum Sheet {
    A4(210, 297),
    A3(297, 420),
    SRA3(320, 450),
    A2(420, 594),
    A1(594, 841),
    A0(841, 1189);

    private final double shorter;
    private final double longer;

    Sheet(double shorter, double longer) {
        this.shorter = shorter;
        this.longer = longer;
    }

    double shorter() {
        return shorter;
    }

    double longer() {
        return longer;
    }
}
