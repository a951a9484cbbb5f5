package org.diachi.plate;

import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.jspecify.annotations.Nullable;

/**
 * Many plates as one PDF document for a printer: as many on a sheet as it takes, with marks to cut along. Plates of one
 * size should come one after the other, since every size begins a new sheet. What is drawn waits in a temporary file, not
 * in memory. For one thread.
 */
public final class PlateSheets implements Closeable {

    /** Marks keep off the plates by that much, and leave as much to the neighbour's, in millimetres. */
    private static final double MARK_GAP = 1;

    private static final double MARK_LENGTH = 2;
    private static final double MARK_WIDTH = 0.1;
    private static final String BLACK = "#000000";

    private final PdfPlates document;
    private final Sheet sheet;
    private @Nullable PDPageContentStream page;
    private @Nullable SheetGrid grid;
    private int onPage;
    private int pages;

    /** An empty document. */
    public PlateSheets(String title, Sheet sheet) throws IOException {
        this.document = new PdfPlates(title, IOUtils.createTempFileOnlyStreamCache());
        this.sheet = sheet;
    }

    /**
     * Adds a plate.
     *
     * @throws PlateException if it has letters that the font does not have, or is larger than the sheet; then nothing
     *     was added
     */
    public void add(Plate plate) throws IOException {
        PlateDrawing drawing = new PlateDrawing(plate);
        SheetGrid place = grid;
        PDPageContentStream current = page;
        if (place == null
                || current == null
                || onPage == place.plates()
                || !place.format().equals(plate.format())) {
            place = SheetGrid.of(sheet, plate.format());
            current = turn(place);
        }
        double left = place.left(onPage);
        double top = place.top(onPage);
        Canvas canvas = document.canvas(current, left, top);
        drawing.drawOn(canvas);
        canvas.fill(marks(plate), BLACK);
        onPage++;
    }

    private PDPageContentStream turn(SheetGrid next) throws IOException {
        endPage();
        PDPageContentStream fresh = document.addPage(next.width(), next.height());
        page = fresh;
        grid = next;
        onPage = 0;
        pages++;
        return fresh;
    }

    private void endPage() throws IOException {
        if (page != null) {
            page.close();
            page = null;
        }
    }

    /** Two thin lines outside each corner. */
    private static Path2D marks(Plate plate) {
        Path2D marks = new Path2D.Double(Path2D.WIND_NON_ZERO);
        for (double x : new double[] {0, plate.format().width()}) {
            for (double y : new double[] {0, plate.format().height()}) {
                double outX = x == 0 ? -MARK_GAP - MARK_LENGTH : x + MARK_GAP;
                double outY = y == 0 ? -MARK_GAP - MARK_LENGTH : y + MARK_GAP;
                addBox(marks, outX, y - MARK_WIDTH / 2, MARK_LENGTH, MARK_WIDTH);
                addBox(marks, x - MARK_WIDTH / 2, outY, MARK_WIDTH, MARK_LENGTH);
            }
        }
        return marks;
    }

    private static void addBox(Path2D path, double x, double y, double width, double height) {
        path.append(new Rectangle2D.Double(x, y, width, height), false);
    }

    /** How many sheets there are. */
    public int pages() {
        return pages;
    }

    /** Writes the document, to which nothing can be added afterwards. */
    public void save(OutputStream out) throws IOException {
        endPage();
        document.save(out);
    }

    @Override
    public void close() throws IOException {
        endPage();
        document.close();
    }
}
