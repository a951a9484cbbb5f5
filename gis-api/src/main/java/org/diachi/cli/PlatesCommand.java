package org.diachi.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.diachi.change.Snapshot;
import org.diachi.city.PlateSize;
import org.diachi.place.Place;
import org.diachi.place.PlaceQuery;
import org.diachi.plate.PlateBatch;
import org.diachi.plate.PublicAddress;
import org.diachi.plate.Sheet;
import org.diachi.registry.Registry;
import org.diachi.value.AddressKind;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** All plates of a ward for a printer. */
@Command(
        name = "plates",
        description = {
            "Draw the door plates of a ward as one PDF, several on a sheet, with marks to cut along.",
            "Plates of one size follow one another, each in the order of the codes. An object whose name the font cannot"
                    + " write is told of and left out."
        },
        mixinStandardHelpOptions = true)
final class PlatesCommand implements Callable<Integer> {

    private static final int MOST_BEARERS = 100;

    @Spec
    private CommandSpec spec;

    @Mixin
    private Installation installation;

    @Option(names = "--ward", required = true, paramLabel = "CODE", description = "The code of the ward.")
    private String ward;

    @Option(names = "--to", required = true, paramLabel = "FILE.pdf", description = "The file to write.")
    private Path to;

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            description = "Only building, business or publicSpace. May be given several times.")
    private List<String> kinds = List.of();

    @Option(
            names = "--size",
            paramLabel = "SIZE",
            description = "door, gate or publicSpace. Default: what is usual for each kind.")
    private @Nullable String size;

    @Option(
            names = "--sheet",
            paramLabel = "SHEET",
            description = "The paper: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private Sheet sheet = Sheet.SRA3;

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "Where people reach the service, for the QR codes. Default: DIACHI_PUBLIC_URL.")
    private @Nullable String url = System.getenv(PublicAddress.VARIABLE);

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            description = "The day whose names and numbers are written. Default: today.")
    private @Nullable LocalDate asOf;

    @SuppressWarnings("NullAway.Init") // picocli fills them
    PlatesCommand() {}

    @Override
    public Integer call() throws IOException {
        PublicAddress address = address();
        List<AddressKind> drawn = kinds.isEmpty()
                ? List.of(AddressKind.values())
                : kinds.stream().map(this::kind).distinct().toList();
        PlateSize wanted = size == null
                ? null
                : PlateSize.find(size).orElseThrow(() -> wrong("--size is door, gate or publicSpace, not " + size));
        try (Registry registry = installation.open()) {
            LocalDate day = asOf == null ? registry.profile().today() : asOf;
            Snapshot snapshot = new Snapshot(day, registry.changes().head());
            Place place = ward(registry, snapshot);
            PlateBatch.Order order =
                    new PlateBatch.Order(place.fullName(), place.id(), snapshot, drawn, wanted, sheet, address);
            return draw(new PlateBatch(registry, order));
        }
    }

    private int draw(PlateBatch batch) throws IOException {
        ConsoleListener console = new ConsoleListener();
        console.begin("drawing plates", batch.count());
        PlateBatch.Result result;
        try {
            result = batch.write(to, new PlateBatch.Listener() {
                @Override
                public void reach(long done) {
                    console.reach(done);
                }

                @Override
                public void leaveOut(String code, String why) {
                    spec.commandLine().getErr().println("diachi: " + code + " is left out: " + why);
                }
            });
        } finally {
            console.end();
        }
        spec.commandLine()
                .getOut()
                .println("%d plates on %d sheets in %s; %d left out"
                        .formatted(result.drawn(), result.sheets(), to, result.leftOut()));
        return result.leftOut() == 0 ? ExitCode.DONE : ExitCode.DONE_WITH_REFUSED_ROWS;
    }

    private PublicAddress address() {
        if (url == null || url.isBlank()) {
            throw wrong("QR codes need the address where people reach the service: give --url or set "
                    + PublicAddress.VARIABLE);
        }
        try {
            return PublicAddress.parse(url);
        } catch (IllegalArgumentException e) {
            throw wrong("--url: " + e.getMessage());
        }
    }

    private AddressKind kind(String label) {
        return Arrays.stream(AddressKind.values())
                .filter(kind -> kind.label().equals(label))
                .findFirst()
                .orElseThrow(() -> wrong("--kind is building, business or publicSpace, not " + label));
    }

    private Place ward(Registry registry, Snapshot snapshot) {
        PlaceQuery query = new PlaceQuery(snapshot.asOf(), ward, null, null, null, null);
        List<Place> bearers = registry.placeReader().list(query, snapshot.seq(), MOST_BEARERS, false);
        return bearers.stream()
                .findFirst()
                .orElseThrow(() -> wrong("No unit bears the code " + ward + " on " + snapshot.asOf()
                        + ". GET /api/v1/places?name= finds codes by names."));
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
