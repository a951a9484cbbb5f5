package org.diachi.db;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes the fields of a row one after the other, in the order of its columns, by whichever way they go to the table. */
public interface RowFields {

    /** A field of type text. */
    RowFields text(@Nullable String value);

    /** A field of type integer. */
    RowFields integer(int value);

    /** A field of type bigint. */
    RowFields bigint(@Nullable Long value);

    /** A field of type real. */
    RowFields real(@Nullable Double value);

    /** A field of type date. */
    RowFields date(@Nullable LocalDate value);

    /** A field of type timestamp with time zone. */
    RowFields timestamp(Instant value);

    /** A field of type jsonb. */
    RowFields jsonb(@Nullable String json);

    /** A field of type text array; none when there are no values. */
    RowFields texts(List<String> values);

    /** A field as the server takes it in binary; for a geometry, its EWKB. */
    RowFields bytes(byte @Nullable [] value);
}
