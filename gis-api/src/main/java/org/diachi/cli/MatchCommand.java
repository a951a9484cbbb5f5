package org.diachi.cli;

import java.io.BufferedReader;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import org.diachi.registry.Registry;
import org.diachi.search.batch.MatchJob;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Matches a file of written addresses. */
@Command(
        name = "match",
        description = {
            "Find the object of every address in a file.",
            "The same rows come out in the same order, as they were written, with code, grade (A exact, B something"
                    + " differs, C candidates), score and what differs behind them. Reads CSV with a header, or one JSON"
                    + " object on each line if the name ends with .ndjson, .jsonl or .geojsonl. UTF-8."
        },
        mixinStandardHelpOptions = true)
final class MatchCommand implements Callable<Integer> {

    private static final int BUFFER = 1 << 16;

    @Parameters(index = "0", paramLabel = "IN", description = "The file with the addresses.")
    private Path in = Path.of("");

    @Parameters(index = "1", paramLabel = "OUT", description = "The file to write; it is replaced.")
    private Path out = Path.of("");

    @Option(
            names = "--columns",
            paramLabel = "COLUMN",
            split = ",",
            description = "The columns that make up the address. Default: the one called address, or the only one.")
    private List<String> columns = List.of();

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "How many rows at a time. Default: as many as there are processors.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Mixin
    private Installation installation;

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("NullAway.Init") // picocli fills them
    MatchCommand() {}

    @Override
    public Integer call() throws IOException {
        Inputs.requireReadable(spec, in);
        if (Files.exists(out) && Files.isSameFile(in, out)) {
            throw new ParameterException(spec.commandLine(), "The answer cannot replace the question: " + in);
        }
        if (threads < 1) {
            throw new ParameterException(spec.commandLine(), "--threads must be 1 or more");
        }
        try (Registry registry = installation.open()) {
            registry.views().runOnce();
            MatchJob.Result result = match(new MatchJob(registry.search(), registry.profile(), threads, false));
            spec.commandLine().getOut().println("%,d rows, %s".formatted(result.rows(), refused(result.refused())));
            return result.refused() == 0 ? ExitCode.DONE : ExitCode.DONE_WITH_REFUSED_ROWS;
        }
    }

    private static String refused(long rows) {
        return rows == 0 ? "all of them readable" : "%,d of them not readable".formatted(rows);
    }

    private MatchJob.Result match(MatchJob job) throws IOException {
        ConsoleListener console = new ConsoleListener();
        console.begin("matching " + in.getFileName() + ", bytes", Files.size(in));
        try (Counted bytes = new Counted(Files.newInputStream(in));
                BufferedReader reader =
                        new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8), BUFFER);
                Writer writer = Files.newBufferedWriter(out)) {
            return job.read(reader, format(), columns).write(writer, rows -> console.reach(bytes.count.get()));
        } finally {
            console.end();
        }
    }

    private MatchJob.Format format() {
        String name = in.toString().toLowerCase(Locale.ROOT);
        boolean isJson = name.endsWith(".ndjson") || name.endsWith(".jsonl") || name.endsWith(".geojsonl");
        return isJson ? MatchJob.Format.NDJSON : MatchJob.Format.CSV;
    }

    /** Counts what is read, for the progress. */
    private static final class Counted extends FilterInputStream {

        private final AtomicLong count = new AtomicLong();

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int value = super.read();
            count.addAndGet(value < 0 ? 0 : 1);
            return value;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int read = super.read(target, offset, length);
            count.addAndGet(Math.max(read, 0));
            return read;
        }
    }
}
