package org.diachi.plate;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.EnumMap;
import java.util.Map;
import org.apache.pdfbox.io.RandomAccessStreamCache.StreamCacheCreateFunction;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;

/** A PDF document with plates. For one thread. */
final class PdfPlates implements Closeable {

    private final PDDocument document;
    private final Map<PlateFont, PDFont> fonts = new EnumMap<>(PlateFont.class);

    /**
     * An empty document.
     *
     * @param cache where its content waits to be written
     */
    PdfPlates(String title, StreamCacheCreateFunction cache) throws IOException {
        document = new PDDocument(cache);
        document.getDocumentInformation().setTitle(title);
        for (PlateFont font : PlateFont.values()) {
            fonts.put(font, font.embedIn(document));
        }
    }

    /** A page of so many millimetres, to be closed when it is full. */
    PDPageContentStream addPage(double width, double height) throws IOException {
        PDPage page =
                new PDPage(new PDRectangle((float) (width * PdfCanvas.POINTS), (float) (height * PdfCanvas.POINTS)));
        document.addPage(page);
        return new PDPageContentStream(document, page);
    }

    /**
     * A canvas on a page.
     *
     * @param left of the plate on the page, in millimetres from the left
     * @param top of the plate on the page, in millimetres from the bottom
     */
    Canvas canvas(PDPageContentStream page, double left, double top) {
        return new PdfCanvas(page, fonts, left, top);
    }

    /** Writes the document. Nothing can be added afterwards. */
    void save(OutputStream out) throws IOException {
        document.save(out);
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}
