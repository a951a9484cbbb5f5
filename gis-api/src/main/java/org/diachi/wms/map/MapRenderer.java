package org.diachi.wms.map;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.diachi.pack.Days;
import org.diachi.pack.grid.Box;
import org.diachi.portrayal.Painter;
import org.diachi.portrayal.Picture;
import org.diachi.portrayal.View;
import org.diachi.portrayal.png.PngEncoder;
import org.jspecify.annotations.Nullable;

/**
 * Draws maps. Painters are kept and used again; pictures wait for each other while too many pixels are being drawn, so that
 * no number of requests takes more than its share of the memory. Thread-safe.
 */
public final class MapRenderer {

    /** Pixels that are drawn at once for each megabyte of the heap: a quarter of it at some forty bytes a pixel. */
    private static final int PIXELS_PER_MEGABYTE = 6_000;

    /** One permit is so many pixels. */
    private static final int UNIT = 1 << 16;

    private static final long PATIENCE_SECONDS = 20;

    /** A painter that has drawn more is not kept, with all its arrays. */
    private static final int MOST_KEPT_PIXELS = 2_000_000;

    private static final int MOST_KEPT = 16;

    private final StyleClasses classes = new StyleClasses();
    private final Queue<Tools> idle = new ConcurrentLinkedQueue<>();
    private final int units;
    private final Semaphore pixels;

    /** What draws one picture at a time. */
    private final class Tools {
        private final Painter painter = new Painter();
        private final LayerDrawing drawing = new LayerDrawing(painter, classes);
        private final PngEncoder png = new PngEncoder();
    }

    /** A renderer that takes its share of the memory there is. */
    public MapRenderer() {
        long megabytes = Runtime.getRuntime().maxMemory() >> 20;
        this.units = (int) Math.max(1, megabytes * PIXELS_PER_MEGABYTE / UNIT);
        this.pixels = new Semaphore(units, true);
    }

    /** What is made of a picture while it is there. */
    @FunctionalInterface
    public interface Use<T> {
        /** Turns the picture into something that lasts. */
        T use(Picture picture, PngEncoder png);
    }

    /** The most pixels that a picture may have. */
    public long mostPixels() {
        return (long) units * UNIT;
    }

    /**
     * Draws layers over each other.
     *
     * @param background 0xAARRGGBB; 0 for a picture that lets through
     * @throws BusyException if too much is being drawn already
     */
    public <T> T draw(MapFrame frame, List<MapLayer> layers, Days days, int background, Use<T> use) {
        int wanted = (int) Math.min(units, (long) frame.width() * frame.height() / UNIT + 1);
        acquire(wanted);
        try {
            Tools kept = idle.poll();
            Tools tools = kept == null ? new Tools() : kept;
            T result = draw(tools, frame, layers, days, background, use);
            if (idle.size() < MOST_KEPT && (long) frame.width() * frame.height() <= MOST_KEPT_PIXELS) {
                idle.add(tools);
            }
            return result;
        } finally {
            pixels.release(wanted);
        }
    }

    private void acquire(int wanted) {
        try {
            if (!pixels.tryAcquire(wanted, PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new BusyException();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BusyException();
        }
    }

    private static <T> T draw(
            Tools tools, MapFrame frame, List<MapLayer> layers, Days days, int background, Use<T> use) {
        Screen screen = screen(frame, layers);
        tools.painter.begin(view(frame, screen));
        if (screen != null) {
            for (MapLayer layer : layers) {
                tools.drawing.draw(layer, frame, screen, days);
            }
        }
        return use.use(tools.painter.finish(background), tools.png);
    }

    private static @Nullable Screen screen(MapFrame frame, List<MapLayer> layers) {
        return layers.stream()
                .flatMap(layer -> layer.state().box().stream())
                .reduce(Box::and)
                .flatMap(data -> Screen.of(frame, data, Painter.LABEL_BUFFER * frame.symbolScale()))
                .orElse(null);
    }

    private static View view(MapFrame frame, @Nullable Screen screen) {
        return new View(
                frame.width(),
                frame.height(),
                frame.symbolScale(),
                screen == null ? 1 : screen.metresPerPixel(),
                frame.box().getMinX() / frame.unitsPerPixelX(),
                -frame.box().getMaxY() / frame.unitsPerPixelY());
    }
}
