package org.diachi.sheet;

import java.awt.Color;
import java.awt.geom.Line2D;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.diachi.plate.PlateFont;
import org.diachi.sheet.SheetContent.Section;

/** Writes tables over as many pages as they need, with the headings on each. For one document. */
final class PdfTable {

    private static final double SIZE = 2.9;
    private static final double PADDING = 1.2;
    private static final double FIRST_COLUMN = 30;
    private static final double NUMBER_COLUMN = 24;
    private static final double RULE = 0.15;

    private final PdfPen pen;
    private final double[] widths;
    private final Section section;

    private PdfTable(PdfPen pen, Section section) {
        this.pen = pen;
        this.section = section;
        this.widths = widths(section);
    }

    static void write(PdfPen pen, Section section) throws IOException {
        new PdfTable(pen, section).write();
    }

    private static double[] widths(Section section) {
        int columns = section.columns().size();
        double[] widths = new double[columns];
        double whole = PdfPen.WIDTH - 2 * PdfPen.MARGIN;
        double rest = whole - FIRST_COLUMN - section.numbers() * NUMBER_COLUMN;
        for (int i = 0; i < columns; i++) {
            boolean isNumber = i >= columns - section.numbers();
            double shared = rest / Math.max(1, columns - 1 - section.numbers());
            widths[i] = i == 0 ? FIRST_COLUMN : isNumber ? NUMBER_COLUMN : shared;
        }
        return widths;
    }

    private void write() throws IOException {
        headings();
        for (List<String> cells : section.rows()) {
            List<List<String>> lines = lines(cells, PlateFont.MEDIUM);
            if (pen.room(height(lines))) {
                headings();
            }
            row(lines, PlateFont.MEDIUM);
        }
        pen.moveTo(pen.y() + 2 * PADDING);
    }

    private void headings() throws IOException {
        List<List<String>> lines = lines(section.columns(), PlateFont.BOLD);
        pen.room(height(lines));
        row(lines, PlateFont.BOLD);
    }

    private List<List<String>> lines(List<String> cells, PlateFont font) {
        List<List<String>> all = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            all.add(PdfPen.lines(cells.get(i), font, SIZE, widths[i] - 2 * PADDING));
        }
        return all;
    }

    private static double height(List<List<String>> lines) {
        int most = lines.stream().mapToInt(List::size).max().orElse(1);
        return most * PdfPen.lineHeight(SIZE) + PADDING;
    }

    private void row(List<List<String>> cells, PlateFont font) throws IOException {
        double top = pen.y();
        double left = PdfPen.MARGIN;
        for (int i = 0; i < cells.size(); i++) {
            double baseLine = top + SIZE + PADDING / 2;
            for (String line : cells.get(i)) {
                if (i >= cells.size() - section.numbers()) {
                    pen.writeBefore(line, font, SIZE, left + widths[i] - PADDING, baseLine);
                } else {
                    pen.write(line, font, SIZE, left + PADDING, baseLine);
                }
                baseLine += PdfPen.lineHeight(SIZE);
            }
            left += widths[i];
        }
        double bottom = top + height(cells);
        pen.stroke(new Line2D.Double(PdfPen.MARGIN, bottom, PdfPen.WIDTH - PdfPen.MARGIN, bottom), Color.GRAY, RULE);
        pen.moveTo(bottom);
    }
}
