package org.diachi.portrayal.style;

/**
 * A graphic repeated over an area: hatches, dots, icons.
 *
 * @param graphic what is repeated; its size is the distance from one to the next where it has no margin
 * @param marginX free space between two beside each other, in the symbol's unit
 * @param marginY free space between two above each other
 */
public record Pattern(Graphic graphic, double marginX, double marginY) {}
