package org.diachi.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.diachi.Http;
import org.diachi.Http.Reply;
import org.diachi.TestCity;
import org.diachi.security.Role;

/** An officer with a key, and short words for what acts over HTTP take. */
final class Office {

    private static int plots;

    final TestCity city = TestCity.get();
    /** Of one who may do every act on addresses. */
    final String key = city.key(Role.STEWARD);

    final String colleague = city.key(Role.APPROVER);

    /** A place that no other test uses. */
    static synchronized String house() {
        plots++;
        return house("Ô " + plots, 570_000 + 40 * plots);
    }

    static String house(String number, int x) {
        return """
                {"type": "Feature", "geometry": {"type": "Point", "coordinates": [%d, 1840000]}, "properties": {
                 "kind": "building", "houseNumber": "%s", "street": "Phố Mới", "validFrom": "2025-07-01",
                 "position": {"method": "survey", "accuracy": 0.5}}}
                """.formatted(x, number);
    }

    /** Registers a new house and returns its code. */
    String newHouse() {
        Reply created = send("POST", "?crs=EPSG:9214", house());
        assertThat(created.status()).as(created.body()).isEqualTo(201);
        return created.at("/id");
    }

    Reply send(String method, String path, String body, String... headers) {
        return sendAs(key, method, path, body, headers);
    }

    static Reply sendAs(String key, String method, String path, String body, String... headers) {
        List<String> all =
                new ArrayList<>(List.of("Content-Type", "application/json", "Authorization", "Bearer " + key));
        all.addAll(List.of(headers));
        String whole = path.startsWith("/api") ? path : "/api/v1/addresses" + path;
        return Http.send(method, whole, body, all.toArray(String[]::new));
    }

    static Reply find(String code, String query) {
        return Http.get("/api/v1/addresses/" + code + query);
    }

    static String etag(String code) {
        return find(code, "").header("ETag");
    }

    int changes() {
        return city.jdbc().queryForObject("SELECT count(*) FROM registry.change", Integer.class);
    }
}
