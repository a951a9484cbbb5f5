package org.diachi.plate;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/** Sets a text into a box: in as few and as large lines as fit, wrapped between words. */
final class TextBlock {

    /** From base line to base line, by the size of the letters, if their marks leave so little. */
    private static final double LINE_STEP = 1.2;

    /** Between the lowest mark of a line and the highest of the next, by the size of the letters. */
    private static final double LINE_GAP = 0.08;

    /** How much smaller each attempt is. */
    private static final double STEP = 0.96;

    /** Rather this much smaller than broken into lines. */
    private static final double UNBROKEN = 0.8;

    private final PlateFont font;
    private final Rectangle2D box;
    private final boolean isCentred;

    /**
     * @param box in millimetres
     * @param isCentred whether lines stand in the middle of the box rather than at its left and bottom
     */
    TextBlock(PlateFont font, Rectangle2D box, boolean isCentred) {
        this.font = font;
        this.box = box;
        this.isCentred = isCentred;
    }

    /**
     * The lines of paragraphs, each of which begins a new line.
     *
     * @param largest the size of letters to begin with, in millimetres
     */
    List<Line> set(List<String> paragraphs, double largest) {
        for (double size = largest; size >= UNBROKEN * largest; size *= STEP) {
            List<Line> placed = place(paragraphs, size);
            if (fits(placed)) {
                return placed;
            }
        }
        for (double size = largest; ; size *= STEP) {
            List<Line> placed = place(wrap(paragraphs, size), size);
            if (fits(placed)) {
                return placed;
            }
        }
    }

    private List<String> wrap(List<String> paragraphs, double size) {
        List<String> lines = new ArrayList<>();
        paragraphs.forEach(paragraph -> wrap(paragraph, size, lines));
        return lines;
    }

    private void wrap(String paragraph, double size, List<String> lines) {
        String line = "";
        for (String word : paragraph.split(" ")) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (line.isEmpty() || font.width(longer, size) <= box.getWidth()) {
                line = longer;
            } else {
                lines.add(line);
                line = word;
            }
        }
        lines.add(line);
    }

    /** All lines stand in the middle of the box, or the last one touches its bottom. */
    private List<Line> place(List<String> lines, double size) {
        List<Rectangle2D> extents = lines.stream()
                .map(line -> font.outline(line, size, 0, 0).getBounds2D())
                .toList();
        double[] baseLines = new double[lines.size()];
        baseLines[0] = -extents.get(0).getMinY();
        for (int i = 1; i < baseLines.length; i++) {
            double clear = extents.get(i - 1).getMaxY() - extents.get(i).getMinY() + LINE_GAP * size;
            baseLines[i] = baseLines[i - 1] + Math.max(LINE_STEP * size, clear);
        }
        double height = baseLines[baseLines.length - 1]
                + extents.get(extents.size() - 1).getMaxY();
        double spareHeight = Math.max(0, box.getHeight() - height);
        double top = box.getMinY() + (isCentred ? spareHeight / 2 : spareHeight);
        List<Line> placed = new ArrayList<>();
        for (int i = 0; i < baseLines.length; i++) {
            String line = lines.get(i);
            double spare = isCentred ? box.getWidth() - font.width(line, size) : 0;
            placed.add(new Line(line, font, size, box.getMinX() + spare / 2, top + baseLines[i]));
        }
        return placed;
    }

    private boolean fits(List<Line> lines) {
        double widest = lines.stream()
                .mapToDouble(line -> font.width(line.text(), line.size()))
                .max()
                .orElse(0);
        Line last = lines.get(lines.size() - 1);
        double bottom = font.outline(last.text(), last.size(), last.x(), last.y())
                .getBounds2D()
                .getMaxY();
        return widest <= box.getWidth() && bottom <= box.getMaxY() + 1e-9;
    }
}
