package org.diachi.cli;

import java.util.concurrent.Callable;
import org.diachi.bench.raster.RasterBench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "raster",
        description = {
            "Measure what drawing and encoding one tile costs.",
            "5,000 octagons are filled and outlined by our rasteriser and by Java2D, and the picture is encoded by our"
                    + " encoder and by ImageIO. Needs no database."
        },
        mixinStandardHelpOptions = true)
final class BenchRasterCommand implements Callable<Integer> {

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "100",
            description = "How often each is done, after as many times of warming up. Default: ${DEFAULT-VALUE}")
    private int rounds;

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("NullAway.Init") // picocli fills them
    BenchRasterCommand() {}

    @Override
    public Integer call() throws Exception {
        new RasterBench(
                        Math.max(1, rounds),
                        BenchCommand.results(),
                        spec.commandLine().getOut())
                .run();
        return ExitCode.DONE;
    }
}
