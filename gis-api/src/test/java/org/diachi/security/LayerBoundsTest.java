package org.diachi.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diachi.security.TwoWards.EAST;
import static org.diachi.security.TwoWards.WEST;

import java.util.List;
import java.util.Map;
import org.diachi.Http.Reply;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Who is bound to a ward and a layer writes features of that layer in that ward only, before the act and after it. */
class LayerBoundsTest {

    private static final TwoWards CITY = new TwoWards();
    private static final String ITEMS = "/ogc/collections/benches/items";

    static {
        CITY.village.registry().layers().create("benches", Map.of("en", "Benches"), "any", List.of(), null);
    }

    private final String anyone = CITY.key(Role.EDITOR);
    private final String east = CITY.key(Role.EDITOR, Bounds.of(List.of(EAST), List.of(), List.of("benches")));

    @AfterAll
    static void close() {
        CITY.close();
    }

    private static Reply send(String key, String method, String path, String geometry, String... headers) {
        String body = "{\"type\": \"Feature\", \"geometry\": " + geometry + ", \"properties\": {}}";
        String[] all = new String[headers.length + 4];
        System.arraycopy(headers, 0, all, 4, headers.length);
        all[0] = "Content-Type";
        all[1] = method.equals("PATCH") ? "application/merge-patch+json" : "application/geo+json";
        all[2] = "Content-Crs";
        all[3] = "<http://www.opengis.net/def/crs/EPSG/0/9214>";
        return CITY.send(key, method, path, body, all);
    }

    private static String point(String ward) {
        int[] plot = CITY.plot(ward);
        return "{\"type\": \"Point\", \"coordinates\": [%d, %d]}".formatted(plot[0], plot[1]);
    }

    /** A line from easting to easting; the border of the wards is at 570000. */
    private static String line(double from, double to) {
        return "{\"type\": \"LineString\", \"coordinates\": [[%s, 1825000], [%s, 1825000]]}".formatted(from, to);
    }

    private String created(String key, String geometry) {
        Reply reply = send(key, "POST", ITEMS, geometry);
        assertThat(reply.status()).as(reply.body()).isEqualTo(201);
        return reply.at("/id");
    }

    @Test
    void newFeaturesLieInTheWard() {
        assertThat(created(east, point(EAST))).isNotEmpty();
        Reply refused = send(east, "POST", ITEMS, point(WEST));
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.at("/detail"))
                .isEqualTo("You may write in ward " + EAST + "; a new feature lies in ward " + WEST
                        + ". Let the office of that ward do it, or ask for its ward.");
        assertThat(send(east, "POST", ITEMS, "{\"type\": \"Point\", \"coordinates\": [700000, 1825000]}")
                        .status())
                .isEqualTo(403);
        assertThat(send(east, "POST", ITEMS, "null").status()).isEqualTo(403);
    }

    @Test
    void allOfAFeatureLiesInTheWardUpToItsBorder() {
        assertThat(send(east, "POST", ITEMS, line(569_900, 570_000.5)).status()).isEqualTo(201);
        assertThat(send(east, "POST", ITEMS, line(569_900, 570_002)).status()).isEqualTo(403);
        String both = CITY.key(Role.EDITOR, Bounds.of(List.of(EAST, WEST), List.of(), List.of("benches")));
        assertThat(send(both, "POST", ITEMS, line(569_900, 570_100)).status()).isEqualTo(201);
    }

    @Test
    void featuresAreNotMovedIntoTheWardNorOutOfIt() {
        String mine = ITEMS + "/" + created(anyone, point(EAST));
        String theirs = ITEMS + "/" + created(anyone, point(WEST));
        assertThat(send(east, "PATCH", mine, point(EAST), "If-Match", "*").status())
                .isEqualTo(200);
        assertThat(send(east, "PATCH", mine, point(WEST), "If-Match", "*").status())
                .isEqualTo(403);
        assertThat(send(east, "PATCH", theirs, point(EAST), "If-Match", "*").status())
                .isEqualTo(403);
        assertThat(send(east, "PUT", theirs, point(EAST), "If-Match", "*").status())
                .isEqualTo(403);
    }

    @Test
    void featuresOfOtherWardsAreNotEnded() {
        String mine = ITEMS + "/" + created(anyone, point(EAST));
        String theirs = ITEMS + "/" + created(anyone, point(WEST));
        assertThat(send(east, "DELETE", theirs, "null", "If-Match", "*").status())
                .isEqualTo(403);
        assertThat(CITY.lastAudit().attempt().why()).contains("lies in ward " + WEST);
        assertThat(send(east, "DELETE", mine, "null", "If-Match", "*").status()).isEqualTo(204);
    }

    @Test
    void aPlanIsOfNoWard() {
        String plan = CITY.plan();
        String key = CITY.key(Role.STEWARD, Bounds.of(List.of(EAST), List.of(), List.of("zones")));
        String path = "/api/v1/plans/" + plan + "/step";
        String step = "{\"step\": \"adoption\"}";
        assertThat(CITY.send(key, "POST", path, step).status()).isEqualTo(403);
        String unbound = CITY.key(Role.STEWARD, Bounds.of(List.of(), List.of(), List.of("zones")));
        assertThat(CITY.send(unbound, "POST", path, step).status()).isEqualTo(200);
    }
}
