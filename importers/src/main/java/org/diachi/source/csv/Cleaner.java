package org.diachi.source.csv;

import de.siegmar.fastcsv.reader.FieldModifier;
import org.diachi.source.text.Nfc;

/** Strips what surrounds a value outside quotes, normalises it, and remembers whether it was quoted. */
final class Cleaner implements FieldModifier {

    private boolean lastQuoted;

    @Override
    public String modify(long line, int index, boolean quoted, String field) {
        lastQuoted = quoted;
        return Nfc.of(quoted ? field : field.strip());
    }

    /** Whether the value read last stood in quotes. */
    boolean lastQuoted() {
        return lastQuoted;
    }
}
