package org.diachi.cli;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.diachi.run.RunListener;
import org.jspecify.annotations.Nullable;

/** Shows the progress of a run: a bar with rate and time left on a terminal, else a line every ten seconds. */
final class ConsoleListener implements RunListener {

    private static final Duration BETWEEN_LINES = Duration.ofSeconds(10);

    private final PrintStream out;
    private final boolean isTerminal;
    private @Nullable ProgressBar bar;
    private String task = "";
    private long rows;
    private Instant began = Instant.EPOCH;
    private Instant lastLine = Instant.EPOCH;

    ConsoleListener() {
        this.out = System.err;
        this.isTerminal = System.console() != null;
    }

    @Override
    public void begin(String newTask, long newRows) {
        task = newTask;
        rows = newRows;
        began = Instant.now();
        lastLine = began;
        if (isTerminal) {
            bar = new ProgressBarBuilder()
                    .setTaskName(task)
                    .setInitialMax(rows)
                    .setUnit(" rows", 1)
                    .setStyle(ProgressBarStyle.ASCII)
                    .showSpeed()
                    .build();
        }
    }

    @Override
    public void reach(long row) {
        if (bar != null) {
            bar.stepTo(row);
        } else if (Duration.between(lastLine, Instant.now()).compareTo(BETWEEN_LINES) >= 0) {
            lastLine = Instant.now();
            out.println(line(row));
        }
    }

    private String line(long row) {
        double seconds = Math.max(0.001, Duration.between(began, Instant.now()).toMillis() / 1000.0);
        double rate = row / seconds;
        long left = rate == 0 ? 0 : Math.round((rows - row) / rate);
        return "%s: %,d of %,d rows, %,.0f rows/s, %d s left".formatted(task, row, rows, rate, left);
    }

    @Override
    public void end() {
        if (bar != null) {
            bar.close();
            bar = null;
        }
    }
}
