package org.diachi.bench.lookup;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.diachi.bench.LoadResult;

/** Asks a service over HTTP as fast as it answers, on a number of connections. */
interface LoadGenerator {

    /** What it is, for the report. */
    String name();

    /**
     * Asks for a while.
     *
     * @param paths asked for in random order, again and again
     */
    LoadResult run(URI service, List<String> paths, int connections, Duration duration);
}
