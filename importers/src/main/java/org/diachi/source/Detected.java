package org.diachi.source;

import org.jspecify.annotations.Nullable;

/**
 * How the bytes of a file were understood, for the report to say.
 *
 * @param encoding name of the text encoding
 * @param delimiter between values, for CSV only
 * @param decimalMark in numbers that are written as text
 * @param header whether names were read from the file, as opposed to invented
 * @param geometry the columns that made the geometry, for CSV only
 */
public record Detected(
        String encoding, @Nullable Character delimiter, char decimalMark, boolean header, GeometryColumns geometry) {

    /** Of a format that leaves only its encoding open. */
    public static Detected ofEncoding(String encoding) {
        return new Detected(encoding, null, '.', true, GeometryColumns.DETECT);
    }
}
