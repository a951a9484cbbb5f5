package org.diachi.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.diachi.change.Act;
import org.diachi.change.ActContext;
import org.diachi.drainage.NetworkView;
import org.diachi.drainage.network.NetworkRules;
import org.diachi.layer.FeatureRegistration;
import org.diachi.layer.Layer;
import org.diachi.view.Subject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.PrecisionModel;

/** The network follows the log like every other view. */
class NetworkViewTest {

    @RegisterExtension
    static final ImportFixture hue = ImportFixture.of("hue");

    private static final GeometryFactory GEOMETRIES = new GeometryFactory(new PrecisionModel(), 9214);
    private static final LocalDate SPRING = LocalDate.of(2026, 3, 1);
    private static final LocalDate SUMMER = LocalDate.of(2026, 6, 1);

    private final NetworkView view = new NetworkView(hue.registry().dataSource(), NetworkRules.BY_IDS, 9214);

    private static void node(String id, String type, LocalDate from) {
        Layer layer = hue.registry().layers().find("drainage-nodes").orElseThrow();
        FeatureRegistration node = new FeatureRegistration(
                id,
                type.hashCode(),
                null,
                null,
                Map.of("nodeId", id, "type", type),
                GEOMETRIES.createPoint(new Coordinate(561000, 1821000)));
        hue.registry().featureRegister().register(layer, "test", List.of(node), ActContext.of("test", from));
    }

    private String typeOf(String id, LocalDate day) {
        var network = view.on(day).network();
        return network.findNode(id).isEmpty()
                ? "absent"
                : network.node(network.findNode(id).getAsInt()).type();
    }

    private void catchUp() {
        view.catchUp(hue.registry().changes().head());
    }

    @Test
    void itFollowsTheLogOnEveryDay() {
        view.rebuild();
        assertThat(typeOf("n1", SUMMER)).isEqualTo("absent");

        node("n1", "manhole", SPRING);
        assertThat(typeOf("n1", SUMMER)).as("before it caught up").isEqualTo("absent");
        catchUp();
        assertThat(typeOf("n1", SUMMER)).isEqualTo("manhole");
        assertThat(typeOf("n1", SPRING.minusDays(1))).isEqualTo("absent");

        node("n1", "outfall", SUMMER);
        catchUp();
        assertThat(typeOf("n1", SUMMER)).isEqualTo("outfall");
        assertThat(typeOf("n1", SUMMER.minusDays(1))).isEqualTo("manhole");
        assertThat(view.position()).isEqualTo(hue.registry().changes().head());
        assertThat(view.verify()).isEmpty();
    }

    @Test
    void whatItFollowsIsWhatItWouldBeBuiltOf() {
        view.rebuild();
        node("n2", "manhole", SPRING);
        catchUp();
        String followed = view.on(SUMMER).network().nodes().toString();

        view.rebuild();

        assertThat(view.on(SUMMER).network().nodes()).hasToString(followed);
    }

    @Test
    void everyKindOfChangeIsHandledOrIgnoredForAReason() {
        for (Act act : Act.values()) {
            assertThat(Arrays.stream(Subject.values()))
                    .allSatisfy(subject -> assertThat(view.coverage().handles(act, subject)
                                    || view.coverage()
                                            .findReasonToIgnore(act, subject)
                                            .isPresent())
                            .isTrue());
        }
    }
}
