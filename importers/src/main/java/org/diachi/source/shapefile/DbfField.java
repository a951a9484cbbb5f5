package org.diachi.source.shapefile;

import org.diachi.source.FieldType;

/**
 * A column of a dBase table.
 *
 * @param rawName bytes of its name
 * @param type letter of its type
 * @param offset of its first byte in the record, after the deletion mark
 * @param length in bytes
 * @param decimals digits after the decimal mark
 */
record DbfField(byte[] rawName, char type, int offset, int length, int decimals) {

    /** More digits than these may not fit a Long. */
    private static final int LONGEST_INTEGER = 18;

    FieldType fieldType() {
        return switch (type) {
            case 'N' -> decimals == 0 && length <= LONGEST_INTEGER ? FieldType.INTEGER : FieldType.NUMBER;
            case 'F', 'O', 'B' -> FieldType.NUMBER;
            case 'I', '+' -> FieldType.INTEGER;
            case 'L' -> FieldType.BOOLEAN;
            case 'D' -> FieldType.DATE;
            default -> FieldType.TEXT;
        };
    }

    /** Whether its bytes are letters. */
    boolean isText() {
        return type == 'C';
    }
}
