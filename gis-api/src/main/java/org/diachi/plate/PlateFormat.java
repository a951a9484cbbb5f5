package org.diachi.plate;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Semaphore;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDPageContentStream;

/** What a plate can be written as. */
public enum PlateFormat {
    /** Outlines in millimetres. */
    SVG {
        @Override
        byte[] draw(Plate plate) throws IOException {
            SvgCanvas canvas = new SvgCanvas();
            new PlateDrawing(plate).drawOn(canvas);
            return canvas.document(plate).getBytes(StandardCharsets.UTF_8);
        }
    },

    /** Pixels; the file says how many there are to a millimetre. */
    PNG {
        @Override
        byte[] draw(Plate plate) throws IOException {
            double scale = PIXELS / plate.format().width();
            int height = (int) Math.round(scale * plate.format().height());
            BufferedImage image = new BufferedImage(PIXELS, height, BufferedImage.TYPE_INT_RGB);
            new PlateDrawing(plate).drawOn(new PixelCanvas(image, scale));
            return PngFile.of(image, scale);
        }
    },

    /** A page of the size of the plate, with real text. */
    PDF {
        @Override
        byte[] draw(Plate plate) throws IOException {
            double height = plate.format().height();
            try (PdfPlates document = new PdfPlates(plate.spoken(), IOUtils.createMemoryOnlyStreamCache())) {
                try (PDPageContentStream page = document.addPage(plate.format().width(), height)) {
                    new PlateDrawing(plate).drawOn(document.canvas(page, 0, height));
                }
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                document.save(bytes);
                return bytes.toByteArray();
            }
        }
    };

    /** The width of an image. */
    private static final int PIXELS = 1600;

    /** A plate at work needs some megabytes: so many are drawn at a time, whoever else waits. */
    private static final Semaphore AT_WORK =
            new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()), true);

    /**
     * Draws a plate.
     *
     * @throws PlateException if it has letters that the font does not have, or an address too long for a QR code
     */
    public byte[] write(Plate plate) {
        AT_WORK.acquireUninterruptibly();
        try {
            return draw(plate);
        } catch (IOException e) {
            throw new UncheckedIOException("The plate " + plate.code() + " cannot be drawn", e);
        } finally {
            AT_WORK.release();
        }
    }

    abstract byte[] draw(Plate plate) throws IOException;
}
