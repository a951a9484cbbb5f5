package org.diachi.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.diachi.cli.follow.CopyFile;
import org.diachi.cli.follow.Follower;
import org.diachi.cli.follow.PositionFile;
import org.diachi.cli.follow.PushUrl;
import org.diachi.cli.follow.Sink;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Keeps a copy of the change feed, or hands it on. Needs no database. */
@Command(
        name = "follow",
        description = "Follow the change feed: keep a copy in a file, or send every page to a URL.",
        mixinStandardHelpOptions = true)
final class FollowCommand implements Callable<Integer> {

    private static final long LONGEST_PAUSE_SECONDS = 30;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--to",
            required = true,
            paramLabel = "FILE|URL",
            description = "A file of one entry to a line, which is continued if it exists; or where to POST each page.")
    private String to;

    @Option(names = "--from", paramLabel = "URL", description = "The service. Default: ${DEFAULT-VALUE}.")
    private URI from = URI.create("http://localhost:8080");

    @Option(names = "--after", paramLabel = "N", description = "To a URL: the last entry that it has. Default: 0.")
    private long after;

    @Option(
            names = "--position",
            paramLabel = "FILE",
            description = "To a URL: keep in this file how far it has come, and go on from there when called again.")
    private @Nullable Path position;

    @Option(names = "--once", description = "End at the present end of the feed.")
    private boolean once;

    @SuppressWarnings("NullAway.Init") // picocli fills them
    FollowCommand() {}

    @Override
    public Integer call() throws IOException, InterruptedException {
        try (Sink sink = sink()) {
            Follower follower = new Follower(from, sink);
            return once ? followOnce(follower, sink) : followForEver(follower);
        }
    }

    private int followOnce(Follower follower, Sink sink) throws InterruptedException {
        try {
            follower.catchUp();
        } catch (IOException e) {
            spec.commandLine()
                    .getErr()
                    .println("diachi: followed to entry " + sink.position() + ", then " + reason(e)
                            + "; call again to go on");
            return ExitCode.FAILED;
        }
        spec.commandLine().getErr().println("diachi: followed to entry " + sink.position());
        return ExitCode.DONE;
    }

    /** Some failures of a connection have no message. */
    private String reason(IOException e) {
        return e.getMessage() == null ? (isUrl() ? from + " or " + to : from) + " does not answer" : e.getMessage();
    }

    private boolean isUrl() {
        return to.startsWith("http://") || to.startsWith("https://");
    }

    private Sink sink() throws IOException {
        if (isUrl()) {
            return new PushUrl(URI.create(to), after, position == null ? null : new PositionFile(position));
        }
        if (position != null) {
            throw new ParameterException(
                    spec.commandLine(), "--position is for a URL: a file knows by itself how far it has come");
        }
        return CopyFile.open(Path.of(to));
    }

    private int followForEver(Follower follower) throws InterruptedException {
        long pause = 1;
        while (true) {
            try {
                follower.step();
                pause = 1;
            } catch (IOException e) {
                spec.commandLine().getErr().println("diachi: " + reason(e) + "; trying again in " + pause + " s");
                Thread.sleep(1000 * pause);
                pause = Math.min(2 * pause, LONGEST_PAUSE_SECONDS);
            }
        }
    }
}
