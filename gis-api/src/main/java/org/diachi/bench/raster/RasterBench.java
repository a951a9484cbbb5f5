package org.diachi.bench.raster;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.imageio.ImageIO;
import org.diachi.bench.MachineFacts;
import org.diachi.bench.ResultFile;
import org.diachi.bench.Table;
import org.diachi.portrayal.png.PngEncoder;

/** The processor time of drawing and encoding one tile, ours beside what Java brings. */
public final class RasterBench {

    private static final double MILLISECOND = 1e6;

    private final int rounds;
    private final ResultFile results;
    private final PrintWriter out;

    /** What one round costs, and how large what comes out is; 0 for a drawing. */
    @FunctionalInterface
    private interface Work {
        int run() throws IOException;

        /** Work of which nothing comes out that has a size. */
        static Work drawing(Runnable drawing) {
            return () -> {
                drawing.run();
                return 0;
            };
        }
    }

    private record Cost(double milliseconds, int bytes) {}

    /** A measurement of so many rounds after as many of warming up. */
    public RasterBench(int rounds, ResultFile results, PrintWriter out) {
        this.rounds = rounds;
        this.results = results;
        this.out = out;
    }

    /** Measures, prints a table, and keeps the result. */
    public void run() throws IOException {
        MachineFacts machine = MachineFacts.read();
        Octagons octagons = new Octagons();
        PngEncoder encoder = new PngEncoder();
        Map<String, Cost> costs = new LinkedHashMap<>();
        for (boolean outlines : new boolean[] {false, true}) {
            String what = outlines ? "fill and outline" : "fill";
            costs.put(what, measure(Work.drawing(() -> octagons.draw(outlines))));
            costs.put(what + ", Java2D", measure(Work.drawing(() -> octagons.drawByJava2d(outlines))));
        }
        int[] argb = octagons.draw(true).clone();
        for (PngEncoder.Kind kind : PngEncoder.Kind.values()) {
            costs.put("PNG " + kind, measure(() -> encoder.encode(argb, Octagons.SIDE, Octagons.SIDE, kind).length));
        }
        BufferedImage image = octagons.drawByJava2d(true);
        costs.put("PNG RGB, ImageIO", measure(() -> byImageIo(image)));
        print(machine, costs);
        results.append("raster", Map.of("octagons", Octagons.COUNT, "rounds", rounds), machine, costs);
    }

    private static int byImageIo(BufferedImage image) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.size();
    }

    private Cost measure(Work work) throws IOException {
        long[] times = new long[rounds];
        int bytes = 0;
        for (int round = -rounds; round < rounds; round++) {
            long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            bytes = work.run();
            times[Math.max(0, round)] = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
        }
        Arrays.sort(times);
        return new Cost(times[rounds / 2] / MILLISECOND, bytes);
    }

    private void print(MachineFacts machine, Map<String, Cost> costs) {
        Table table = new Table(Octagons.COUNT + " octagons on 256 x 256", "CPU ms", "bytes");
        costs.forEach((name, cost) -> table.row(
                name, "%.2f".formatted(cost.milliseconds), cost.bytes == 0 ? "" : String.valueOf(cost.bytes)));
        out.println(table);
        machine.facts().forEach((name, value) -> out.println(name + ": " + value));
        out.flush();
    }
}
