package org.diachi.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.concurrent.Callable;
import org.diachi.export.collection.CollectionExport;
import org.diachi.export.collection.ExportException;
import org.diachi.registry.Registry;
import org.diachi.value.Crs;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes a collection to a file. */
@Command(
        name = "export",
        description = {
            "Write a collection to a file: addresses (current and proposed), or any layer.",
            "The end of the file's name tells the format: .gpkg, .fgb, .geojson, .geojsonl or .csv."
        },
        mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {

    @Parameters(paramLabel = "COLLECTION", description = "addresses, zones, green-spaces, drainage-links, …")
    private String collection;

    @Option(
            names = "--to",
            required = true,
            paramLabel = "FILE",
            description = "The file to write; replaced if it exists.")
    private Path to;

    @Option(
            names = "--crs",
            paramLabel = "CRS",
            description = "The system of the coordinates, such as EPSG:9214. Default: CRS84, longitude and latitude.")
    private String crs = "CRS84";

    @Option(names = "--footprint", description = "Of addresses the outlines, where they are known, instead of points.")
    private boolean footprint;

    @Option(names = "--as-of", paramLabel = "DATE", description = "The day whose state is written. Default: today.")
    private @Nullable LocalDate asOf;

    @Option(
            names = "--known-at",
            paramLabel = "INSTANT",
            description = "What was known at an instant such as 2025-07-01T08:00:00Z. Default: now.")
    private @Nullable String knownAt;

    @Mixin
    private Installation installation;

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("NullAway.Init") // picocli fills them
    ExportCommand() {}

    @Override
    public Integer call() throws IOException {
        CollectionExport.Order order = new CollectionExport.Order(collection, to, crs(), asOf, instant(), footprint);
        ConsoleListener console = new ConsoleListener();
        try (Registry registry = installation.open()) {
            CollectionExport export = CollectionExport.of(registry, order);
            console.begin("writing " + collection, export.count());
            long written = export.write(console::reach);
            console.end();
            spec.commandLine().getOut().println(written + " features of " + collection + " in " + to);
            return ExitCode.DONE;
        } catch (ExportException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        } finally {
            console.end();
        }
    }

    private Crs crs() {
        try {
            return Crs.parse(crs);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--crs: " + e.getMessage(), e);
        }
    }

    private @Nullable Instant instant() {
        try {
            return knownAt == null ? null : OffsetDateTime.parse(knownAt).toInstant();
        } catch (DateTimeException e) {
            throw new ParameterException(
                    spec.commandLine(), "--known-at is an instant such as 2025-07-01T08:00:00Z, not " + knownAt, e);
        }
    }
}
