package org.diachi.source.text;

import java.text.Normalizer;

/** Unicode normalisation form C, in which this house keeps all text. */
public final class Nfc {

    /** No character below the combining marks takes part in a composition. */
    private static final char FIRST_COMBINING = '\u0300';

    private Nfc() {}

    /** The same text in NFC; Windows-1258 and macOS deliver letters and marks apart. */
    public static String of(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= FIRST_COMBINING) {
                return Normalizer.normalize(text, Normalizer.Form.NFC);
            }
        }
        return text;
    }
}
