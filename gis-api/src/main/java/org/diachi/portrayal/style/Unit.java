package org.diachi.portrayal.style;

/** In what the sizes of a symbol are told (the {@code uom} of Symbology Encoding). */
public enum Unit {
    /** The standardised rendering pixel of 0.28 mm; on denser paper it grows with the view's symbol scale. */
    PIXEL,
    /** Metres on the ground. */
    METRE
}
