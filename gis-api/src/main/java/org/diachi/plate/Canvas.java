package org.diachi.plate;

import java.awt.Shape;
import java.io.IOException;

/** What a plate is drawn on. All measures are millimetres from the upper left corner, y downwards. */
interface Canvas {

    /** Fills a shape, inside by its own winding rule, with a colour such as {@code #12326B}. */
    void fill(Shape shape, String colour) throws IOException;

    /** Writes a line. */
    void write(Line line, String colour) throws IOException;
}
