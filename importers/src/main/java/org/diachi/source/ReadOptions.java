package org.diachi.source;

import org.jspecify.annotations.Nullable;

/**
 * What the caller knows about a file. Everything left null is detected, and the schema says what was found.
 *
 * @param layer the table or layer to read where the file holds several
 * @param encoding the name of the text encoding; {@link org.diachi.source.text.TextEncoding} lists what is known
 * @param delimiter between the values of a CSV file
 * @param decimalMark in the numbers of a text file
 * @param header whether the first row of a CSV file holds the names of its columns
 * @param geometry the columns of a CSV file that hold the geometry
 * @param crs overrides what the file says of its coordinate system
 */
public record ReadOptions(
        @Nullable String layer,
        @Nullable String encoding,
        @Nullable Character delimiter,
        @Nullable Character decimalMark,
        @Nullable Boolean header,
        GeometryColumns geometry,
        @Nullable DeclaredCrs crs) {

    /** Nothing is known, everything is detected. */
    public static final ReadOptions DETECT =
            new ReadOptions(null, null, null, null, null, GeometryColumns.DETECT, null);

    /** The same with this layer. */
    public ReadOptions withLayer(@Nullable String newLayer) {
        return new ReadOptions(newLayer, encoding, delimiter, decimalMark, header, geometry, crs);
    }

    /** The same with this text encoding. */
    public ReadOptions withEncoding(@Nullable String newEncoding) {
        return new ReadOptions(layer, newEncoding, delimiter, decimalMark, header, geometry, crs);
    }

    /** The same with this delimiter. */
    public ReadOptions withDelimiter(@Nullable Character newDelimiter) {
        return new ReadOptions(layer, encoding, newDelimiter, decimalMark, header, geometry, crs);
    }

    /** The same with this decimal mark. */
    public ReadOptions withDecimalMark(@Nullable Character newMark) {
        return new ReadOptions(layer, encoding, delimiter, newMark, header, geometry, crs);
    }

    /** The same with or without a header row. */
    public ReadOptions withHeader(@Nullable Boolean newHeader) {
        return new ReadOptions(layer, encoding, delimiter, decimalMark, newHeader, geometry, crs);
    }

    /** The same with these geometry columns. */
    public ReadOptions withGeometry(GeometryColumns newGeometry) {
        return new ReadOptions(layer, encoding, delimiter, decimalMark, header, newGeometry, crs);
    }

    /** The same with this coordinate system instead of the file's. */
    public ReadOptions withCrs(@Nullable DeclaredCrs newCrs) {
        return new ReadOptions(layer, encoding, delimiter, decimalMark, header, geometry, newCrs);
    }

    /** The told coordinate system, or else what the file declares. */
    public DeclaredCrs crsOr(DeclaredCrs declared) {
        return crs == null ? declared : crs;
    }
}
