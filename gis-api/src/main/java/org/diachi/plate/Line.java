package org.diachi.plate;

/**
 * A line of text in its place.
 *
 * @param size of the letters, in millimetres
 * @param x where it begins, in millimetres from the left
 * @param y its base line, in millimetres from the top
 */
record Line(String text, PlateFont font, double size, double x, double y) {}
