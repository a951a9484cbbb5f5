package org.diachi.source.csv;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** Remembers the last sign that is no white space: by it a quote that is never closed shows. */
final class LastSign extends FilterReader {

    private char last;

    LastSign(Reader in) {
        super(in);
    }

    @Override
    public int read(char[] chars, int offset, int length) throws IOException {
        int n = super.read(chars, offset, length);
        for (int i = offset + n - 1; i >= offset; i--) {
            if (!Character.isWhitespace(chars[i])) {
                last = chars[i];
                break;
            }
        }
        return n;
    }

    char last() {
        return last;
    }
}
