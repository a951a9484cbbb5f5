package org.diachi.source.geojson;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Turns the record separators of JSON text sequences into white space; inside JSON texts they cannot occur. */
final class RecordSeparatorFilter extends FilterInputStream {

    private static final byte RECORD_SEPARATOR = 0x1E;

    RecordSeparatorFilter(InputStream in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        int b = super.read();
        return b == RECORD_SEPARATOR ? ' ' : b;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int n = super.read(bytes, offset, length);
        for (int i = offset; i < offset + n; i++) {
            if (bytes[i] == RECORD_SEPARATOR) {
                bytes[i] = ' ';
            }
        }
        return n;
    }
}
