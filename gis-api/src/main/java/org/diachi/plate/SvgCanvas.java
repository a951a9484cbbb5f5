package org.diachi.plate;

import java.awt.Shape;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;

/** Draws SVG 1.1. Letters are outlines, so that every viewer shows the same ones. */
final class SvgCanvas implements Canvas {

    private final StringBuilder content = new StringBuilder(32_768);

    @Override
    public void fill(Shape shape, String colour) {
        PathIterator path = shape.getPathIterator(null);
        content.append("<path fill=\"").append(colour).append('"');
        if (path.getWindingRule() == PathIterator.WIND_EVEN_ODD) {
            content.append(" fill-rule=\"evenodd\"");
        }
        content.append(" d=\"");
        double[] p = new double[6];
        for (; !path.isDone(); path.next()) {
            add(path.currentSegment(p), p);
        }
        content.append("\"/>\n");
    }

    private void add(int segment, double[] p) {
        switch (segment) {
            case PathIterator.SEG_MOVETO -> add('M', p, 2);
            case PathIterator.SEG_LINETO -> add('L', p, 2);
            case PathIterator.SEG_QUADTO -> add('Q', p, 4);
            case PathIterator.SEG_CUBICTO -> add('C', p, 6);
            default -> content.append('Z');
        }
    }

    private void add(char command, double[] p, int count) {
        content.append(command);
        for (int i = 0; i < count; i++) {
            content.append(i == 0 ? "" : " ").append(number(p[i]));
        }
    }

    /** To a thousandth of a millimetre. */
    private static String number(double value) {
        double rounded = Math.round(1000 * value) / 1000.0;
        return rounded == (long) rounded ? Long.toString((long) rounded) : Double.toString(rounded);
    }

    @Override
    public void write(Line line, String colour) {
        Path2D outline = line.font().outline(line.text(), line.size(), line.x(), line.y());
        fill(outline, colour);
    }

    /** The document of a plate. */
    String document(Plate plate) {
        String width = number(plate.format().width());
        String height = number(plate.format().height());
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <svg xmlns="http://www.w3.org/2000/svg" role="img" width="%1$smm" height="%2$smm" viewBox="0 0 %1$s %2$s">
                <title>%3$s</title>
                <desc>%4$s</desc>
                """.formatted(width, height, escape(plate.spoken()), escape(plate.url())) + content + "</svg>\n";
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
