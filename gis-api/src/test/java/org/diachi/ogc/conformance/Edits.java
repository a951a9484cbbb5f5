package org.diachi.ogc.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import org.diachi.Http.Reply;
import org.diachi.ogc.EditedCity;
import org.diachi.security.Role;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What the tests of Part 4 do to the city that they edit. */
final class Edits {

    static final EditedCity CITY = EditedCity.get();
    static final String EDITOR = CITY.key(Role.EDITOR);
    static final String CRS = "<http://www.opengis.net/def/crs/EPSG/0/9214>";
    private static final JsonMapper JSON = new JsonMapper();

    private Edits() {}

    static Reply create(String collection, String body, String... headers) {
        return CITY.send(EDITOR, "POST", CITY.items(collection, ""), body, headers);
    }

    /** The address of a new tree. */
    static String newTree() {
        Reply created =
                create("trees", EditedCity.tree("\"species\": \"Xoài\", \"height\": 4.5, \"owner-name\": \"Lan\""));
        assertThat(created.status()).as(created.body()).isEqualTo(201);
        return created.header("Location");
    }

    static String newHouse() {
        Reply created = create("addresses", CITY.house(), "Content-Crs", CRS);
        assertThat(created.status()).as(created.body()).isEqualTo(201);
        return created.header("Location");
    }

    static Reply get(String url) {
        return org.diachi.Http.get(url);
    }

    static Reply send(String method, String url, String body, String... headers) {
        return CITY.send(EDITOR, method, url, body, headers);
    }

    static String id(String url) {
        return url.substring(url.lastIndexOf('/') + 1);
    }

    static ObjectNode whole(String url) {
        return (ObjectNode) JSON.readTree(get(url).body());
    }
}
