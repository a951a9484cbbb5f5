package org.diachi.issue;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/** Something that the report says of a row. */
public sealed interface RowIssue
        permits BrokenRow,
                DuplicateObject,
                InvalidGeometry,
                JoinedObject,
                MissingValue,
                NoPosition,
                OutsideArea,
                RepairedGeometry,
                RepeatedId,
                TopologyFault,
                UnknownCode,
                UnknownReference,
                UnreadableValue {

    /** What it means for the row. */
    Severity severity();

    /** Name of the rule, stable across versions, in kebab case. */
    String rule();

    /** The field of the file, where one field is to blame. */
    default @Nullable String field() {
        return null;
    }

    /** The value of that field as the file has it. */
    default @Nullable String value() {
        return null;
    }

    /** Where it is, in the storage CRS, where that says more than the row. */
    default @Nullable Geometry site() {
        return null;
    }

    /** What is wrong and how to mend it, in one or two sentences. */
    String message();
}
