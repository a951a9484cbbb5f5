package org.diachi.plate;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.Result;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.qrcode.QRCodeMultiReader;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;

/** Reads QR codes in pictures as a telephone does. */
public final class QrCodes {

    private static final Map<DecodeHintType, Boolean> HINTS = Map.of(DecodeHintType.TRY_HARDER, true);

    private QrCodes() {}

    /** What the only QR code of a picture says. */
    public static String read(BufferedImage picture) {
        try {
            return new QRCodeReader().decode(bitmap(picture), HINTS).getText();
        } catch (ReaderException e) {
            throw new AssertionError("No telephone reads this", e);
        }
    }

    /** What all QR codes of a picture say. */
    public static List<String> readAll(BufferedImage picture) {
        try {
            return Arrays.stream(new QRCodeMultiReader().decodeMultiple(bitmap(picture), HINTS))
                    .map(Result::getText)
                    .sorted()
                    .toList();
        } catch (NotFoundException e) {
            throw new AssertionError("No telephone reads this", e);
        }
    }

    private static BinaryBitmap bitmap(BufferedImage picture) {
        int width = picture.getWidth();
        int height = picture.getHeight();
        LuminanceSource source =
                new RGBLuminanceSource(width, height, picture.getRGB(0, 0, width, height, null, 0, width));
        return new BinaryBitmap(new HybridBinarizer(source));
    }

    /** The picture in an image file. */
    public static BufferedImage picture(byte[] file) {
        try {
            return ImageIO.read(new ByteArrayInputStream(file));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
