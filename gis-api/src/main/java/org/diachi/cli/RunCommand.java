package org.diachi.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.diachi.registry.Registry;
import org.diachi.run.ImportOptions;
import org.diachi.sample.SampleData;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Serves the register until it is told to end; then ends its private cluster too. */
@Command(name = "run", description = "Serve the register over HTTP.", mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private Installation installation;

    @Option(names = "--port", paramLabel = "N", description = "The port to serve on. Default: ${DEFAULT-VALUE}.")
    private int port = 8080;

    @Option(names = "--no-sample", description = "Do not load the sample city into an empty register.")
    private boolean noSample;

    @SuppressWarnings("NullAway.Init") // picocli fills them
    RunCommand() {}

    @Override
    public Integer call() throws InterruptedException {
        Registry registry = installation.open();
        ConfigurableApplicationContext service;
        try {
            if (!noSample && registry.isEmpty()) {
                loadSample(registry);
            }
            service = Service.start(registry, port);
            registry.views().start();
        } catch (RuntimeException e) {
            registry.close();
            installation.stopCluster();
            throw e;
        }
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(service, registry), "end"));
        tellWhatToTry(spec.commandLine().getOut(), "http://localhost:" + Service.port(service));
        if (!registry.audit().isOutOfReach()) {
            spec.commandLine()
                    .getErr()
                    .println("diachi: the database role of this service owns the audit log and could rewrite it; see"
                            + " \"Using your own database\" in docs/operating.md");
        }
        // The hook ends the process.
        new CountDownLatch(1).await();
        return ExitCode.DONE;
    }

    private void loadSample(Registry registry) {
        SampleData sample = SampleData.of(installation.folder());
        if (!Files.isDirectory(sample.smallFiles())) {
            return;
        }
        spec.commandLine().getOut().println("The register is empty: loading the sample city, which is invented.");
        ImportOptions options = new ImportOptions("sample city", false);
        sample.load(registry, sample.smallFiles(), options, new ConsoleListener(), () -> false);
    }

    private void end(ConfigurableApplicationContext service, Registry registry) {
        service.close();
        registry.close();
        installation.stopCluster();
    }

    private static void tellWhatToTry(PrintWriter out, String url) {
        out.println("Diachi serves " + url);
        out.println("Try:");
        out.println("  curl '" + url + "/api/v1/addresses?limit=1'");
        out.println("  curl '" + url + "/api/v1/places?limit=3'");
        out.println("  curl '" + url + "/ogc/collections/zones/items?limit=1'");
        out.println("or open " + url + "/ in a browser. Ctrl-C ends it.");
        out.flush();
    }
}
