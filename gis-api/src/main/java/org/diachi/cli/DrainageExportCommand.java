package org.diachi.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Callable;
import org.diachi.change.TimeView;
import org.diachi.drainage.network.Network;
import org.diachi.drainage.trace.Direction;
import org.diachi.drainage.trace.Start;
import org.diachi.drainage.trace.Tracer;
import org.diachi.export.network.NetworkGeoPackage;
import org.diachi.export.network.NetworkPart;
import org.diachi.export.network.SwmmModel;
import org.diachi.registry.Registry;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Writes the network, or a trace through it, to a file. */
@Command(
        name = "export",
        description = {
            "Write the drainage network, or a trace through it, to a file, in the official system of the city.",
            "The end of the file's name tells the format: .gpkg (GeoPackage, with which way each link flows) or .inp (input"
                    + " of EPA SWMM 5). What the model needs and the register does not have is assumed; the file says what."
        },
        mixinStandardHelpOptions = true)
final class DrainageExportCommand implements Callable<Integer> {

    @Option(
            names = "--to",
            required = true,
            paramLabel = "FILE",
            description = "The file to write; replaced if it exists.")
    private Path to;

    @Option(names = "--from", paramLabel = "ID", description = "Only a trace from this node or link.")
    private @Nullable String from;

    @Option(
            names = "--direction",
            paramLabel = "WAY",
            defaultValue = "downstream",
            description = "downstream, upstream or outfall. Default: ${DEFAULT-VALUE}")
    private String direction;

    @Option(names = "--as-of", paramLabel = "DATE", description = "The day whose state is written. Default: today.")
    private @Nullable LocalDate asOf;

    @Mixin
    private Installation installation;

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("NullAway.Init") // picocli fills them
    DrainageExportCommand() {}

    @Override
    public Integer call() throws IOException {
        boolean isModel = to.toString().endsWith(".inp");
        if (!isModel && !to.toString().endsWith(".gpkg")) {
            throw new ParameterException(spec.commandLine(), "--to: the name ends in .gpkg or .inp, not " + to);
        }
        try (Registry registry = installation.open()) {
            LocalDate day = Objects.requireNonNullElse(asOf, registry.profile().today());
            Network network = registry.drainageNetworks().at(TimeView.of(day)).network();
            NetworkPart part = part(network);
            if (isModel) {
                writeModel(part, registry.profile().id() + ", " + day);
            } else {
                NetworkGeoPackage.write(
                        part,
                        to,
                        registry.profile().storageCrs(),
                        registry.profile().storageCrs(),
                        Instant.now());
            }
            spec.commandLine()
                    .getOut()
                    .println(part.links().size() + " links and " + part.nodes().size() + " nodes in " + to);
            return ExitCode.DONE;
        }
    }

    private NetworkPart part(Network network) {
        if (from == null) {
            return NetworkPart.all(network);
        }
        Direction way = Direction.find(direction)
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(), "--direction is downstream, upstream or outfall, not " + direction));
        return NetworkPart.of(new Tracer(network).trace(start(network, from), way, Set.of()));
    }

    private Start start(Network network, String id) {
        OptionalInt node = network.findNode(id);
        OptionalInt link = network.findLink(id);
        if (node.isEmpty() && link.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "--from: no node or link has the id " + id);
        }
        return node.isPresent() ? Start.node(node.getAsInt()) : Start.link(link.getAsInt());
    }

    private void writeModel(NetworkPart part, String title) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        try (BufferedWriter writer = Files.newBufferedWriter(to)) {
            SwmmModel.write(part, title, writer).sentences().forEach(out::println);
        }
    }
}
