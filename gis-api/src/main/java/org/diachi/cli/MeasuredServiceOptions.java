package org.diachi.cli;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which service a measurement is of. */
final class MeasuredServiceOptions {

    @Option(
            names = "--service",
            paramLabel = "URL",
            defaultValue = "http://localhost:8080",
            description = "The running service. Default: ${DEFAULT-VALUE}")
    private URI service = URI.create("");

    @Option(names = "--start", description = "Measure a service that is started for it, on a free port.")
    private boolean start;

    MeasuredServiceOptions() {}

    /** The address of the running service; null for one that is to be started. */
    @Nullable
    URI running() {
        return start ? null : service;
    }
}
