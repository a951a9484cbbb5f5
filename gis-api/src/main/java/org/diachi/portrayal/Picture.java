package org.diachi.portrayal;

/**
 * Pixels.
 *
 * @param argb row by row from the top, colours not premultiplied; belongs to the painter and is good until it begins anew
 * @param opaque whether no pixel lets anything through
 */
public record Picture(int width, int height, int[] argb, boolean opaque) {}
