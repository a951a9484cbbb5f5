package org.diachi.sheet;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.PathIterator;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.diachi.plate.PlateFont;

/** Writes on A4 pages from the top downwards. Lengths are millimetres, y downwards from the upper edge. For one thread. */
final class PdfPen implements Closeable {

    static final double WIDTH = 210;
    static final double HEIGHT = 297;
    static final double MARGIN = 15;

    /** Where the text ends above the foot of a page. */
    private static final double BOTTOM = HEIGHT - 18;

    private static final double FOOT = HEIGHT - 10;
    private static final double POINTS = 72 / 25.4;
    private static final double LINE_HEIGHT = 1.35;
    private static final double FOOT_SIZE = 2.5;
    private static final double PAGE_NUMBER = 15;
    private static final String UNKNOWN_LETTER = "?";

    private final PDDocument document = new PDDocument();
    private final Map<PlateFont, PDFont> fonts = new EnumMap<>(PlateFont.class);
    private final List<PDPage> pages = new ArrayList<>();
    private PDPageContentStream page;
    private double y = MARGIN;

    PdfPen(String title, String language) throws IOException {
        document.getDocumentInformation().setTitle(title);
        document.getDocumentCatalog().setLanguage(language);
        for (PlateFont font : PlateFont.values()) {
            fonts.put(font, font.embedIn(document));
        }
        page = begin();
    }

    private PDPageContentStream begin() throws IOException {
        PDPage next = new PDPage(PDRectangle.A4);
        document.addPage(next);
        pages.add(next);
        return new PDPageContentStream(document, next);
    }

    /** Where the next thing goes. */
    double y() {
        return y;
    }

    /** Goes on further down. */
    void moveTo(double newY) {
        y = newY;
    }

    /** Goes on on another page if there is no room for so much. */
    boolean room(double height) throws IOException {
        if (y + height <= BOTTOM) {
            return false;
        }
        page.close();
        page = begin();
        y = MARGIN;
        return true;
    }

    /** The lines of a text in a width. */
    static List<String> lines(String text, PlateFont font, double size, double width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : printable(text, font).split(" ", -1)) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && font.width(longer, size) > width) {
                lines.add(line.toString());
                line.setLength(0);
                line.append(word);
            } else {
                line.setLength(0);
                line.append(longer);
            }
        }
        lines.add(line.toString());
        return lines;
    }

    /** Letters that the font does not have become question marks: what sources wrote must not keep a sheet from being made. */
    private static String printable(String text, PlateFont font) {
        StringBuilder known = new StringBuilder();
        PlateFont.written(text)
                .codePoints()
                .forEach(letter -> known.append(font.has(letter) ? Character.toString(letter) : UNKNOWN_LETTER));
        return known.toString();
    }

    static double lineHeight(double size) {
        return LINE_HEIGHT * size;
    }

    /** Writes text in a width and goes on below it. */
    void paragraph(String text, PlateFont font, double size, double x, double width) throws IOException {
        for (String line : lines(text, font, size, width)) {
            room(lineHeight(size));
            write(line, font, size, x, y + size);
            y += lineHeight(size);
        }
    }

    /** Writes a line whose letters the font has; y is its base line. */
    void write(String line, PlateFont font, double size, double x, double baseLine) throws IOException {
        page.setNonStrokingColor(Color.BLACK);
        page.beginText();
        page.setFont(fonts.get(font), (float) (size * POINTS));
        page.newLineAtOffset(x(x), y(baseLine));
        page.showText(printable(line, font));
        page.endText();
    }

    /** Writes a line that ends at x. */
    void writeBefore(String line, PlateFont font, double size, double x, double baseLine) throws IOException {
        write(line, font, size, x - font.width(printable(line, font), size), baseLine);
    }

    /** A picture. */
    void picture(byte[] png, double left, double top, double width, double height) throws IOException {
        PDImageXObject image = PDImageXObject.createFromByteArray(document, png, "map");
        page.drawImage(image, x(left), y(top + height), (float) (width * POINTS), (float) (height * POINTS));
    }

    /** Fills a shape whose coordinates are millimetres on the page. */
    void fill(Shape shape) throws IOException {
        page.setNonStrokingColor(Color.BLACK);
        trace(shape);
        page.fill();
    }

    /** Strokes a shape inside a box. */
    void stroke(Shape shape, Color colour, double lineWidth) throws IOException {
        page.setStrokingColor(colour);
        page.setLineWidth((float) (lineWidth * POINTS));
        trace(shape);
        page.stroke();
    }

    /** Everything until {@link #release} is cut to a box. */
    void clip(double left, double top, double width, double height) throws IOException {
        page.saveGraphicsState();
        page.addRect(x(left), y(top + height), (float) (width * POINTS), (float) (height * POINTS));
        page.clip();
    }

    void release() throws IOException {
        page.restoreGraphicsState();
    }

    private void trace(Shape shape) throws IOException {
        double[] p = new double[6];
        for (PathIterator path = shape.getPathIterator(null, 0.05); !path.isDone(); path.next()) {
            switch (path.currentSegment(p)) {
                case PathIterator.SEG_MOVETO -> page.moveTo(x(p[0]), y(p[1]));
                case PathIterator.SEG_LINETO -> page.lineTo(x(p[0]), y(p[1]));
                default -> page.closePath();
            }
        }
    }

    private static float x(double millimetres) {
        return (float) (millimetres * POINTS);
    }

    private static float y(double millimetres) {
        return (float) ((HEIGHT - millimetres) * POINTS);
    }

    /** As much of a line as leaves room for the number of the page. */
    private static String fitting(String foot) {
        int end = foot.length();
        while (PlateFont.MEDIUM.width(printable(foot.substring(0, end), PlateFont.MEDIUM), FOOT_SIZE)
                > WIDTH - 2 * MARGIN - PAGE_NUMBER) {
            end--;
        }
        return end == foot.length() ? foot : foot.substring(0, end) + "…";
    }

    /** Ends the document: numbers the pages and writes it. */
    void finish(String foot, OutputStream out) throws IOException {
        page.close();
        for (int i = 0; i < pages.size(); i++) {
            page = new PDPageContentStream(document, pages.get(i), PDPageContentStream.AppendMode.APPEND, true, true);
            write(fitting(foot), PlateFont.MEDIUM, FOOT_SIZE, MARGIN, FOOT);
            writeBefore((i + 1) + "/" + pages.size(), PlateFont.MEDIUM, FOOT_SIZE, WIDTH - MARGIN, FOOT);
            page.close();
        }
        document.save(out);
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}
