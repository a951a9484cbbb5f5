package org.diachi.geojson;

import tools.jackson.core.JsonGenerator;

/** Numbers rounded to a fixed count of decimals, without trailing zeros and never with an exponent. */
public final class Decimals {

    private static final int LONGEST = 24;

    private final int decimals;
    private final long scale;
    private final char[] digits = new char[LONGEST];

    /**
     * A formatter; not thread-safe.
     *
     * @param decimals how many are kept at most
     */
    public Decimals(int decimals) {
        this.decimals = decimals;
        this.scale = Math.round(Math.pow(10, decimals));
    }

    /** Writes a number of JSON. */
    public void write(JsonGenerator json, double number) {
        int start = format(number);
        json.writeRawValue(digits, start, LONGEST - start);
    }

    /** The number as text. */
    public String text(double number) {
        int start = format(number);
        return new String(digits, start, LONGEST - start);
    }

    /** Fills the end of the buffer and returns where the text begins. */
    private int format(double number) {
        long scaled = Math.round(number * scale);
        long rest = Math.abs(scaled);
        int at = LONGEST;
        boolean written = false;
        for (int i = 0; i < decimals; i++) {
            int digit = (int) (rest % 10);
            rest /= 10;
            if (written || digit != 0) {
                digits[--at] = (char) ('0' + digit);
                written = true;
            }
        }
        if (written) {
            digits[--at] = '.';
        }
        do {
            digits[--at] = (char) ('0' + rest % 10);
            rest /= 10;
        } while (rest != 0);
        if (scaled < 0) {
            digits[--at] = '-';
        }
        return at;
    }
}
