package org.diachi.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.diachi.db.DatabaseAddress;
import org.jspecify.annotations.Nullable;

/** The service that is measured: one that runs, or one in a process of its own that ends when this is closed. */
public final class MeasuredService implements AutoCloseable {

    /** The cheapest request that a service answers: HTTP and one tiny query. */
    public static final String HEALTH = "/actuator/health";

    private static final int OK = 200;
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(200);

    private final URI address;
    private final @Nullable Process process;

    private MeasuredService(URI address, @Nullable Process process) {
        this.address = address;
        this.process = process;
    }

    /**
     * Finds a running service.
     *
     * @throws BenchException if none answers there
     */
    public static MeasuredService at(URI address) throws InterruptedException {
        if (!isHealthy(address)) {
            throw new BenchException("No service answers on " + address + ". Start one with: ./diachi run");
        }
        return new MeasuredService(address, null);
    }

    /**
     * Starts a service on a free port, on the register as it is.
     *
     * @param database of the register; told to the service, which therefore leaves the cluster running at its end
     * @param arguments of {@code run}
     * @param log takes what it prints
     */
    public static MeasuredService start(JavaChild child, DatabaseAddress database, List<String> arguments, Path log)
            throws IOException, InterruptedException {
        return start(new Launch(child, List.of(), Map.of()), database, arguments, log);
    }

    /**
     * How the process is started.
     *
     * @param options of the virtual machine
     * @param environment in addition to our own
     */
    public record Launch(JavaChild child, List<String> options, Map<String, String> environment) {

        public Launch {
            options = List.copyOf(options);
            environment = Map.copyOf(environment);
        }
    }

    /** Starts a service in a certain way, see {@link #start(JavaChild, DatabaseAddress, List, Path)}. */
    public static MeasuredService start(Launch launch, DatabaseAddress database, List<String> arguments, Path log)
            throws IOException, InterruptedException {
        int port = freePort();
        List<String> command = new ArrayList<>(List.of("run", "--no-sample", "--port", String.valueOf(port)));
        command.addAll(arguments);
        Files.createDirectories(Objects.requireNonNull(log.toAbsolutePath().getParent()));
        ProcessBuilder builder = new ProcessBuilder(launch.child().command(launch.options(), command))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().putAll(database.toEnvironment());
        builder.environment().putAll(launch.environment());
        // One machine asks for all the world.
        builder.environment().put("DIACHI_LIMITS_ENABLED", "false");
        Process process = builder.start();
        MeasuredService service = new MeasuredService(URI.create("http://localhost:" + port), process);
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!isHealthy(service.address)) {
            if (!process.isAlive() || System.nanoTime() - end > 0) {
                service.close();
                throw new BenchException("The service does not start; its log is " + log);
            }
            Thread.sleep(BETWEEN_TRIES.toMillis());
        }
        return service;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** Whether a service answers there and is well. */
    private static boolean isHealthy(URI address) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address.resolve(HEALTH))
                .timeout(Duration.ofSeconds(10))
                .build();
        try {
            return HttpClient.newHttpClient()
                            .send(request, BodyHandlers.discarding())
                            .statusCode()
                    == OK;
        } catch (IOException e) {
            // Nobody there, or not yet: that is the answer.
            return false;
        }
    }

    /** Where it is. */
    public URI address() {
        return address;
    }

    /**
     * How much processor time its process has taken so far.
     *
     * @throws BenchException if it is no process that was started here
     */
    public Duration processorTime() {
        if (process == null) {
            throw new BenchException("Only of a service that was started here is known what it takes");
        }
        return process.info()
                .totalCpuDuration()
                .orElseThrow(() -> new BenchException("This system does not tell what a process takes"));
    }

    /** Ends the service if it was started here. */
    @Override
    public void close() throws InterruptedException {
        if (process != null) {
            process.destroy();
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new BenchException("The service, process " + process.pid() + ", does not end");
            }
        }
    }
}
