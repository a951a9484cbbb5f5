package org.diachi.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.diachi.change.TimeView;
import org.diachi.drainage.DrainageNetworks;
import org.diachi.drainage.DrainageSettings;
import org.diachi.drainage.network.Network;
import org.diachi.drainage.trace.Direction;
import org.diachi.drainage.trace.Start;
import org.diachi.drainage.trace.Tracer;
import org.diachi.export.network.NetworkPart;
import org.diachi.export.network.SwmmModel;
import org.diachi.mapping.Mapping;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The network of the sample city as a SWMM model, section by section beside one that modellers have published. */
@Tag("real-data")
class SwmmExportTest {

    @RegisterExtension
    static final ImportFixture hue = ImportFixture.of("hue");

    private static Network network;
    private static Map<String, List<String[]>> published;

    @BeforeAll
    static void importTheNetwork() throws IOException {
        Path sample = Path.of("..", "data", "hue", "sample");
        for (String mapping : List.of("drainage-nodes", "drainage-links")) {
            Path read = sample.resolve("mappings").resolve(mapping + ".yaml");
            hue.run(sample.resolve("files").resolve("drainage.gpkg"), Mapping.read(read), false);
        }
        network = new DrainageNetworks(
                        hue.registry().dataSource(),
                        DrainageSettings.USUAL,
                        hue.registry().profile().storageCrs().epsg())
                .at(TimeView.of(LocalDate.of(2026, 1, 1)))
                .network();
        published = sections(Files.readString(ImportFixture.real("norfolk-drainage/raw/brambleton.inp")));
    }

    /** The rows of each section, split at blanks, without comments. */
    private static Map<String, List<String[]>> sections(String file) {
        Map<String, List<String[]>> sections = new LinkedHashMap<>();
        List<String[]> rows = new ArrayList<>();
        for (String line : file.lines().toList()) {
            if (line.startsWith("[")) {
                rows = new ArrayList<>();
                sections.put(line.strip(), rows);
            } else if (!line.isBlank() && !line.startsWith(";")) {
                rows.add(line.strip().split("\\s+"));
            }
        }
        return sections;
    }

    private static Map<String, List<String[]>> model(NetworkPart part) throws IOException {
        StringBuilder file = new StringBuilder();
        SwmmModel.write(part, "sample", file);
        return sections(file.toString());
    }

    private static Set<String> names(Collection<String[]> rows, int column) {
        return rows.stream().map(row -> row[column]).collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void everySectionIsOneOfThePublishedModelWithAsManyColumns() throws IOException {
        Map<String, List<String[]>> model = model(NetworkPart.all(network));

        assertThat(published.keySet()).containsAll(model.keySet());
        for (String section : List.of("[JUNCTIONS]", "[OUTFALLS]", "[CONDUITS]", "[XSECTIONS]", "[COORDINATES]")) {
            Set<Integer> columns =
                    published.get(section).stream().map(row -> row.length).collect(Collectors.toSet());
            assertThat(model.get(section))
                    .as(section)
                    .isNotEmpty()
                    .allSatisfy(row -> assertThat(columns).contains(row.length));
        }
        assertThat(names(published.get("[OPTIONS]"), 0)).containsAll(names(model.get("[OPTIONS]"), 0));
        assertThat(model.get("[CONDUITS]")).hasSize(network.links().size());
        assertThat(model.get("[OUTFALLS]")).hasSize(18);
    }

    @Test
    void valuesAreNumbersWhereThoseOfThePublishedModelAre() throws IOException {
        Map<String, List<String[]>> model = model(NetworkPart.all(network));

        for (String section : List.of("[JUNCTIONS]", "[CONDUITS]", "[XSECTIONS]", "[COORDINATES]")) {
            String[] example = published.get(section).get(0);
            for (int column = 1; column < example.length; column++) {
                int at = column;
                boolean isNumber = published.get(section).stream().allMatch(row -> isNumber(row[at]));
                if (isNumber) {
                    assertThat(model.get(section))
                            .as(section + column)
                            .allSatisfy(row ->
                                    assertThat(isNumber(row[at])).as(row[at]).isTrue());
                }
            }
        }
    }

    private static boolean isNumber(String text) {
        return text.matches("-?[0-9]+(\\.[0-9]*)?");
    }

    private static void requireReferences(Map<String, List<String[]>> model) {
        Set<String> nodes = new TreeSet<>(names(model.get("[JUNCTIONS]"), 0));
        assertThat(nodes).doesNotContainAnyElementsOf(names(model.get("[OUTFALLS]"), 0));
        nodes.addAll(names(model.get("[OUTFALLS]"), 0));
        Set<String> links = names(model.get("[CONDUITS]"), 0);

        assertThat(nodes)
                .hasSize(model.get("[JUNCTIONS]").size()
                        + model.get("[OUTFALLS]").size());
        assertThat(links).hasSize(model.get("[CONDUITS]").size());
        assertThat(nodes).containsAll(names(model.get("[CONDUITS]"), 1)).containsAll(names(model.get("[CONDUITS]"), 2));
        assertThat(names(model.get("[XSECTIONS]"), 0)).isEqualTo(links);
        assertThat(nodes).containsAll(names(model.get("[COORDINATES]"), 0));
        assertThat(links).containsAll(names(model.get("[VERTICES]"), 0));
        for (String outfall : names(model.get("[OUTFALLS]"), 0)) {
            assertThat(model.get("[CONDUITS]").stream()
                            .flatMap(row -> Stream.of(row[1], row[2]))
                            .filter(outfall::equals))
                    .as("SWMM allows an outfall one link")
                    .hasSize(1);
        }
    }

    @Test
    void sectionsReferToWhatIsThere() throws IOException {
        Map<String, List<String[]>> model = model(NetworkPart.all(network));
        requireReferences(model);
        assertThat(model.get("[COORDINATES]")).hasSize(network.nodes().size());
    }

    @Test
    void aTraceIsAModelOfItsOwn() throws IOException {
        int outfall = network.findNode(network.nodes().stream()
                        .filter(node -> node.type().equals("outfall"))
                        .findFirst()
                        .orElseThrow()
                        .id())
                .orElseThrow();
        NetworkPart part = NetworkPart.of(new Tracer(network).trace(Start.node(outfall), Direction.UPSTREAM, Set.of()));

        Map<String, List<String[]>> model = model(part);

        requireReferences(model);
        assertThat(model.get("[CONDUITS]")).hasSize(part.links().size());
        assertThat(model.get("[OUTFALLS]")).hasSize(1);
    }

    @Test
    void whatTheRegisterDoesNotHaveIsToldInTheTitle() throws IOException {
        StringBuilder file = new StringBuilder();

        List<String> notes =
                SwmmModel.write(NetworkPart.all(network), "sample", file).sentences();

        assertThat(notes)
                .containsExactly(network.links().size() + " conduits with a roughness of 0.013: theirs is not known");
        assertThat(file.toString()).startsWith("[TITLE]\nsample\n" + notes.get(0));
    }
}
