package org.diachi.plate;

import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The one drawing of a plate: a frame; the street; the house number, large; at the lower left name, ward and city; at
 * the lower right the QR code with the code below it. All measures are shares of the height.
 */
final class PlateDrawing {

    private static final double FRAME_INSET = 0.03;
    private static final double FRAME_WIDTH = 0.012;
    private static final double FRAME_RADIUS = 0.06;
    private static final double MARGIN = 0.085;
    private static final double OVER_HEIGHT = 0.15;
    private static final double HEADLINE_HEIGHT = 0.27;
    private static final double GAP = 0.035;
    private static final double CODE_HEIGHT = 0.055;
    private static final double HEADWORD_SIZE = 0.09;

    /** Letters on plates are not larger, by the height of their room. */
    private static final double LARGEST = 0.95;

    private static final double LARGEST_UNDER = 0.08;
    private static final String DARK = "#000000";
    private static final String LIGHT = "#FFFFFF";

    private final Plate plate;
    private final double width;
    private final double height;
    private final Rectangle2D inner;
    private final QrSymbol symbol;
    private final List<Line> lines;

    /**
     * Sets everything in its place.
     *
     * @throws PlateException if that cannot be done
     */
    PlateDrawing(Plate plate) {
        this.plate = plate;
        this.width = plate.format().width();
        this.height = plate.format().height();
        double margin = MARGIN * height;
        this.inner = new Rectangle2D.Double(margin, margin, width - 2 * margin, height - 2 * margin);
        this.symbol = new QrSymbol(plate.url());
        this.lines = setLines();
    }

    /** Draws everything, the ground first. */
    void drawOn(Canvas canvas) throws IOException {
        canvas.fill(new Rectangle2D.Double(0, 0, width, height), plate.style().ground());
        canvas.fill(frame(), plate.style().ink());
        Rectangle2D square = qrSquare();
        canvas.fill(rounded(square, 0.02 * height), LIGHT);
        canvas.fill(symbol.at(square.getX(), square.getY(), square.getWidth()), DARK);
        for (Line line : lines) {
            canvas.write(line, plate.style().ink());
        }
    }

    private Path2D frame() {
        double inset = FRAME_INSET * height;
        double line = FRAME_WIDTH * height;
        Rectangle2D outer = new Rectangle2D.Double(inset, inset, width - 2 * inset, height - 2 * inset);
        Rectangle2D hole = new Rectangle2D.Double(
                inset + line, inset + line, outer.getWidth() - 2 * line, outer.getHeight() - 2 * line);
        Path2D frame = new Path2D.Double(Path2D.WIND_EVEN_ODD);
        frame.append(rounded(outer, FRAME_RADIUS * height), false);
        frame.append(rounded(hole, FRAME_RADIUS * height - line), false);
        return frame;
    }

    private static RoundRectangle2D rounded(Rectangle2D box, double radius) {
        return new RoundRectangle2D.Double(
                box.getX(), box.getY(), box.getWidth(), box.getHeight(), 2 * radius, 2 * radius);
    }

    private double lowerTop() {
        return inner.getMinY() + (OVER_HEIGHT + HEADLINE_HEIGHT + 2 * GAP) * height;
    }

    private Rectangle2D qrSquare() {
        double bottom = inner.getMaxY() - (CODE_HEIGHT + GAP / 2) * height;
        double side = bottom - lowerTop();
        return new Rectangle2D.Double(inner.getMaxX() - side, lowerTop(), side, side);
    }

    /** Everything that is written. */
    List<Line> lines() {
        return List.copyOf(lines);
    }

    private List<Line> setLines() {
        List<Line> set = new ArrayList<>();
        Rectangle2D room = headlineRoom();
        if (plate.over() != null) {
            Rectangle2D over =
                    new Rectangle2D.Double(inner.getX(), inner.getY(), inner.getWidth(), OVER_HEIGHT * height);
            set.addAll(centred(PlateFont.MEDIUM, over, plate.over()));
        }
        if (plate.headword() != null) {
            set.addAll(headword(room, plate.headword()));
        }
        set.addAll(centred(PlateFont.BOLD, room, plate.headline()));
        Rectangle2D square = qrSquare();
        Rectangle2D code = new Rectangle2D.Double(
                square.getX(), inner.getMaxY() - CODE_HEIGHT * height, square.getWidth(), CODE_HEIGHT * height);
        set.addAll(centred(PlateFont.BOLD, code, plate.code()));
        set.addAll(under(square));
        return set;
    }

    private Rectangle2D headlineRoom() {
        double top = inner.getMinY() + (plate.over() == null ? 0 : (OVER_HEIGHT + GAP) * height);
        double indent = plate.headword() == null
                ? 0
                : PlateFont.MEDIUM.width(plate.headword(), HEADWORD_SIZE * height) + GAP * height;
        // As much room on the right, so that the number stands in the middle.
        return new Rectangle2D.Double(
                inner.getX() + indent, top, inner.getWidth() - 2 * indent, lowerTop() - GAP * height - top);
    }

    private List<Line> headword(Rectangle2D room, String word) {
        double size = HEADWORD_SIZE * height;
        return List.of(new Line(word, PlateFont.MEDIUM, size, inner.getX(), room.getCenterY() + size / 3));
    }

    private static List<Line> centred(PlateFont font, Rectangle2D room, String text) {
        return new TextBlock(font, room, true).set(List.of(text), LARGEST * room.getHeight());
    }

    private List<Line> under(Rectangle2D square) {
        if (plate.under().isEmpty()) {
            return List.of();
        }
        Rectangle2D room = new Rectangle2D.Double(
                inner.getX(),
                square.getY(),
                square.getX() - GAP * height - inner.getX(),
                inner.getMaxY() - square.getY());
        return new TextBlock(PlateFont.MEDIUM, room, false).set(plate.under(), LARGEST_UNDER * height);
    }
}
