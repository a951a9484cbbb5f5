package org.diachi.bench.load;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.diachi.bench.LoadResult;
import org.diachi.bench.Program;

/** Asks a service over HTTP as fast as it answers, on a number of connections. */
public interface LoadGenerator {

    /** What it is, for the report. */
    String name();

    /**
     * Asks for a while.
     *
     * @param paths asked for in random order, again and again
     */
    LoadResult run(URI service, List<String> paths, int connections, Duration duration);

    /**
     * Sends requests that change something, each once and in their order, until the time is over. An answer that is not
     * 200 or 201 is an error.
     *
     * @param messages more than can be answered in that time
     */
    LoadResult send(URI service, List<Message> messages, int connections, Duration duration);

    /** {@code wrk} if it is installed, or else our own. */
    static LoadGenerator best() {
        Optional<LoadGenerator> wrk = Program.find("wrk").map(WrkLoad::new);
        return wrk.orElseGet(JavaLoad::new);
    }
}
