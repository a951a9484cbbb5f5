package org.diachi.plate;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.awt.Shape;
import java.awt.geom.Path2D;

/** A QR code (ISO/IEC 18004) of level Q: it is still read with a quarter of it scratched. */
public final class QrSymbol {

    /** The blank margin that the standard asks for, in modules. */
    private static final int QUIET = 4;

    private final ByteMatrix modules;

    /** The symbol that says a text. */
    public QrSymbol(String text) {
        try {
            modules = Encoder.encode(text, ErrorCorrectionLevel.Q).getMatrix();
        } catch (WriterException e) {
            throw new PlateException("\"" + text + "\" is too long for a QR code. Choose a shorter public address.");
        }
    }

    /**
     * The dark modules as one shape.
     *
     * @param x left of the square that it fills together with its margin
     * @param y top of that square
     * @param side of that square
     */
    public Shape at(double x, double y, double side) {
        double module = side / (modules.getWidth() + 2 * QUIET);
        Path2D dark = new Path2D.Double(Path2D.WIND_NON_ZERO);
        for (int row = 0; row < modules.getHeight(); row++) {
            for (int column = 0; column < modules.getWidth(); column++) {
                int end = column;
                while (end < modules.getWidth() && modules.get(end, row) == 1) {
                    end++;
                }
                if (end > column) {
                    double left = x + (QUIET + column) * module;
                    addBox(dark, left, y + (QUIET + row) * module, (end - column) * module, module);
                    column = end;
                }
            }
        }
        return dark;
    }

    private static void addBox(Path2D path, double x, double y, double width, double height) {
        path.moveTo(x, y);
        path.lineTo(x + width, y);
        path.lineTo(x + width, y + height);
        path.lineTo(x, y + height);
        path.closePath();
    }
}
