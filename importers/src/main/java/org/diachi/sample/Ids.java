package org.diachi.sample;

/** Identifiers such as {@code B0000042}. */
final class Ids {
    private Ids() {}

    static String of(String prefix, long number, int digits) {
        String text = Long.toString(number);
        return prefix + "0".repeat(Math.max(0, digits - text.length())) + text;
    }
}
