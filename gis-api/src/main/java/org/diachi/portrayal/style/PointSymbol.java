package org.diachi.portrayal.style;

/** A graphic at a point, at the middle of a line, or at a point inside a polygon. */
public record PointSymbol(Graphic graphic, Unit unit) implements Symbol {}
