package org.diachi.plate;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.PathIterator;
import java.io.IOException;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDFont;

/** Draws on a page of a PDF document. Letters are text, in the embedded font. */
final class PdfCanvas implements Canvas {

    /** Points of PostScript in a millimetre. */
    static final double POINTS = 72 / 25.4;

    private final PDPageContentStream page;
    private final Map<PlateFont, PDFont> fonts;
    private final double left;
    private final double top;

    /**
     * @param left of the drawing on the page, in millimetres from the left
     * @param top of the drawing on the page, in millimetres from the bottom
     */
    PdfCanvas(PDPageContentStream page, Map<PlateFont, PDFont> fonts, double left, double top) {
        this.page = page;
        this.fonts = fonts;
        this.left = left;
        this.top = top;
    }

    @Override
    public void fill(Shape shape, String colour) throws IOException {
        page.setNonStrokingColor(Color.decode(colour));
        PathIterator path = shape.getPathIterator(null);
        double[] p = new double[6];
        for (; !path.isDone(); path.next()) {
            add(path.currentSegment(p), p);
        }
        if (path.getWindingRule() == PathIterator.WIND_EVEN_ODD) {
            page.fillEvenOdd();
        } else {
            page.fill();
        }
    }

    private void add(int segment, double[] p) throws IOException {
        switch (segment) {
            case PathIterator.SEG_MOVETO -> page.moveTo(x(p[0]), y(p[1]));
            case PathIterator.SEG_LINETO -> page.lineTo(x(p[0]), y(p[1]));
            case PathIterator.SEG_CUBICTO -> page.curveTo(x(p[0]), y(p[1]), x(p[2]), y(p[3]), x(p[4]), y(p[5]));
            case PathIterator.SEG_CLOSE -> page.closePath();
            default -> throw new IllegalArgumentException("PDF has no curve of kind " + segment);
        }
    }

    private float x(double millimetres) {
        return (float) ((left + millimetres) * POINTS);
    }

    private float y(double millimetres) {
        return (float) ((top - millimetres) * POINTS);
    }

    @Override
    public void write(Line line, String colour) throws IOException {
        page.setNonStrokingColor(Color.decode(colour));
        page.beginText();
        page.setFont(fonts.get(line.font()), (float) (line.size() * POINTS));
        page.newLineAtOffset(x(line.x()), y(line.y()));
        page.showText(line.text());
        page.endText();
    }
}
