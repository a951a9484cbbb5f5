package org.diachi.sheet;

import java.awt.Color;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.diachi.landuse.statement.Statement.PlanPart;
import org.diachi.plate.PlateFont;
import org.diachi.plate.QrSymbol;
import org.diachi.sheet.SheetContent.Fact;
import org.diachi.sheet.SheetContent.Section;
import org.locationtech.jts.awt.ShapeWriter;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;

/** A statement as a PDF document to be filed: A4, with a map extract, its legend, and a QR code back to the live statement. */
public final class StatementPdf {

    private static final double WIDTH = PdfPen.WIDTH - 2 * PdfPen.MARGIN;
    private static final double MAP_HEIGHT = 95;
    private static final double QR = 32;
    private static final double TITLE = 6;
    private static final double HEADING = 4;
    private static final double TEXT = 3.1;
    private static final double SMALL = 2.5;
    private static final double GAP = 2;
    private static final double FACT_NAME = 60;
    private static final double POINT_RADIUS = 2;
    private static final double SWATCH_WIDTH = 10;
    private static final double SWATCH_HEIGHT = 6;
    private static final Color OUTLINE = new Color(0xC00000);

    /** A QR code of that many letters still has modules that phones can read at its size. */
    private static final int LONGEST_LINK = 280;

    private final LandUseAnswer answer;
    private final SheetContent content;
    private final MapExtract extract;
    private final String language;
    private final PdfPen pen;
    private final SheetNumbers numbers;

    private StatementPdf(LandUseAnswer answer, String language, MapExtract extract) throws IOException {
        this.answer = answer;
        this.language = language;
        this.extract = extract;
        this.content = SheetWriter.content(answer, language);
        this.pen = new PdfPen(content.title(), language);
        this.numbers = new SheetNumbers(language);
    }

    /** The document. */
    public static byte[] write(LandUseAnswer answer, String language, MapExtract extract) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            StatementPdf pdf = new StatementPdf(answer, language, extract);
            try (PdfPen pen = pdf.pen) {
                pdf.write();
                pen.finish(pdf.content.title() + " · " + pdf.answer.live(), out);
            }
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("Writing a statement into memory", e);
        }
    }

    private void write() throws IOException {
        head();
        map();
        for (Section section : content.sections()) {
            section(section);
        }
    }

    private void head() throws IOException {
        double top = pen.y();
        boolean hasCode = answer.live().length() <= LONGEST_LINK;
        double textWidth = hasCode ? WIDTH - QR - GAP : WIDTH;
        pen.paragraph(content.title(), PlateFont.BOLD, TITLE, PdfPen.MARGIN, textWidth);
        pen.moveTo(pen.y() + GAP);
        facts(content.facts(), textWidth);
        if (hasCode) {
            double left = PdfPen.WIDTH - PdfPen.MARGIN - QR;
            pen.fill(new QrSymbol(answer.live()).at(left, top, QR));
            String words = Word.LIVE.in(language);
            pen.write(words, PlateFont.MEDIUM, SMALL * 0.8, left, top + QR + SMALL);
            pen.moveTo(Math.max(pen.y(), top + QR + 2 * SMALL));
        }
        pen.moveTo(pen.y() + GAP);
    }

    private void facts(List<Fact> facts, double width) throws IOException {
        for (Fact fact : facts) {
            boolean isNamed = !fact.name().isEmpty();
            List<String> lines =
                    PdfPen.lines(fact.value(), PlateFont.MEDIUM, TEXT, isNamed ? width - FACT_NAME : width);
            pen.room(lines.size() * PdfPen.lineHeight(TEXT));
            if (isNamed) {
                pen.write(fact.name(), PlateFont.BOLD, TEXT * 0.92, PdfPen.MARGIN, pen.y() + TEXT);
            }
            double left = isNamed ? PdfPen.MARGIN + FACT_NAME : PdfPen.MARGIN;
            for (String line : lines) {
                pen.write(line, PlateFont.MEDIUM, TEXT, left, pen.y() + TEXT);
                pen.moveTo(pen.y() + PdfPen.lineHeight(TEXT));
            }
        }
    }

    private void map() throws IOException {
        ExtractFrame frame = ExtractFrame.around(answer.subject().shape().getEnvelopeInternal(), WIDTH, MAP_HEIGHT);
        pen.room(MAP_HEIGHT + 4 * GAP);
        double top = pen.y();
        pen.picture(extract.png(answer, frame), PdfPen.MARGIN, top, WIDTH, MAP_HEIGHT);
        pen.clip(PdfPen.MARGIN, top, WIDTH, MAP_HEIGHT);
        outline(frame, top);
        pen.release();
        pen.stroke(new Rectangle2D.Double(PdfPen.MARGIN, top, WIDTH, MAP_HEIGHT), Color.BLACK, 0.3);
        northArrow(PdfPen.WIDTH - PdfPen.MARGIN - 8, top + 4);
        scaleBar(frame, PdfPen.MARGIN + 4, top + MAP_HEIGHT - 4);
        pen.moveTo(top + MAP_HEIGHT + GAP);
        if (!answer.statement().plans().isEmpty()) {
            legend(answer.statement().plans().get(0));
        }
    }

    private void outline(ExtractFrame frame, double top) throws IOException {
        Geometry shape = answer.subject().shape();
        if (shape instanceof Point point) {
            double x = PdfPen.MARGIN + frame.x(point.getX());
            double y = top + frame.y(point.getY());
            pen.stroke(new Line2D.Double(x - POINT_RADIUS, y, x + POINT_RADIUS, y), OUTLINE, 0.7);
            pen.stroke(new Line2D.Double(x, y - POINT_RADIUS, x, y + POINT_RADIUS), OUTLINE, 0.7);
            return;
        }
        ShapeWriter writer = new ShapeWriter((Coordinate from, Point2D to) ->
                to.setLocation(PdfPen.MARGIN + frame.x(from.x), top + frame.y(from.y)));
        pen.stroke(writer.toShape(shape), OUTLINE, 0.7);
    }

    /** North is up: extracts are drawn in the official system, whose grid it is the north of. */
    private void northArrow(double x, double y) throws IOException {
        Path2D arrow = new Path2D.Double();
        arrow.moveTo(x, y);
        arrow.lineTo(x + 2.2, y + 9);
        arrow.lineTo(x, y + 7);
        arrow.lineTo(x - 2.2, y + 9);
        arrow.closePath();
        pen.fill(arrow);
        pen.write(Word.NORTH.in(language), PlateFont.BOLD, TEXT, x - 1, y + 12.5);
    }

    private void scaleBar(ExtractFrame frame, double x, double y) throws IOException {
        double metres = frame.scaleBarMetres();
        double length = metres / frame.box().getWidth() * frame.width();
        pen.stroke(new Line2D.Double(x, y, x + length, y), Color.BLACK, 0.6);
        pen.stroke(new Line2D.Double(x, y - 1.5, x, y), Color.BLACK, 0.3);
        pen.stroke(new Line2D.Double(x + length, y - 1.5, x + length, y), Color.BLACK, 0.3);
        String words = numbers.plain(metres) + " m · 1 : " + numbers.plain(Math.round(frame.scaleDenominator()));
        pen.write(words, PlateFont.BOLD, SMALL, x, y - 2.2);
    }

    private void legend(PlanPart part) throws IOException {
        String plan = part.plan() == null
                ? Word.NO_PLAN.in(language)
                : part.plan().plan().title();
        pen.paragraph(Word.LEGEND.in(language) + ": " + plan, PlateFont.BOLD, TEXT, PdfPen.MARGIN, WIDTH);
        for (MapExtract.Entry entry : extract.legend(part)) {
            pen.room(SWATCH_HEIGHT + 1);
            double top = pen.y();
            pen.picture(entry.png(), PdfPen.MARGIN, top, SWATCH_WIDTH, SWATCH_HEIGHT);
            String name =
                    entry.zone().names().getOrDefault(language, entry.zone().name());
            String words = entry.zone().code() + " – " + name + ": " + numbers.hundredths(entry.share()) + " %";
            String fitting = PdfPen.lines(words, PlateFont.MEDIUM, TEXT, WIDTH - SWATCH_WIDTH - GAP)
                    .get(0);
            pen.write(fitting, PlateFont.MEDIUM, TEXT, PdfPen.MARGIN + SWATCH_WIDTH + GAP, top + SWATCH_HEIGHT - GAP);
            pen.moveTo(top + SWATCH_HEIGHT + 1);
        }
        pen.moveTo(pen.y() + GAP);
    }

    private void section(Section section) throws IOException {
        pen.room(HEADING + 8 * TEXT);
        pen.paragraph(section.heading(), PlateFont.BOLD, HEADING, PdfPen.MARGIN, WIDTH);
        facts(section.facts(), WIDTH);
        if (!section.columns().isEmpty()) {
            PdfTable.write(pen, section);
        }
        pen.moveTo(pen.y() + GAP);
    }
}
