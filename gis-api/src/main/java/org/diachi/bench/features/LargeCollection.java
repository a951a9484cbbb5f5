package org.diachi.bench.features;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.diachi.bench.BenchException;
import org.diachi.layer.Layer;
import org.diachi.layer.LayerField;
import org.diachi.registry.Registry;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A layer of millions of points, and the way through its pages. */
final class LargeCollection {

    static final int LAST_PAGE = 4_000;

    private static final String NAME = "bench-points";
    private static final int CHUNK = 250_000;
    private static final int ROUNDS = 21;
    private static final int OK = 200;
    private static final double MILLISECOND = 1e6;
    private static final JsonMapper JSON = new JsonMapper();

    /** Points on a grid of five metres: acts of the register would take an hour, and the rows would be the same. */
    private static final String FILL = """
            INSERT INTO registry.feature
                   (layer, id, version, valid_from, added, source, source_id, attributes, shape)
            SELECT ?, n, 1, DATE '2020-01-01', head.seq, 'bench', n::text,
                   jsonb_build_object('number', n, 'name', 'Point ' || n),
                   ST_SetSRID(ST_Point(? + 5 * (n % 2500), ? + 5 * (n / 2500)), ?)
              FROM generate_series(?, ?) n, registry.log_head head
            """;

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI first;
    private final int limit;

    private record Page(double milliseconds, JsonNode json) {}

    /**
     * The pages of a filled register.
     *
     * @param features how many it was filled with
     */
    LargeCollection(URI service, int features) {
        this.limit = Math.max(1, Math.min(1000, features / LAST_PAGE));
        this.first = service.resolve("/ogc/collections/" + NAME + "/items?limit=" + limit);
    }

    /** Fills a new layer of an empty register. */
    static void fill(Registry registry, int features) {
        List<LayerField> fields = List.of(
                new LayerField("number", "integer", Map.of(), null, null),
                new LayerField("name", "string", Map.of(), null, null));
        Layer layer = registry.layers().create(NAME, Map.of("en", "Points"), "point", fields, null);
        JdbcTemplate jdbc = new JdbcTemplate(registry.dataSource());
        double x = registry.profile().goldenPoint().x();
        double y = registry.profile().goldenPoint().y();
        int srid = registry.profile().storageCrs().epsg();
        for (int begin = 1; begin <= features; begin += CHUNK) {
            jdbc.update(FILL, layer.id(), x, y, srid, begin, Math.min(features, begin + CHUNK - 1));
        }
        jdbc.execute("ANALYZE");
    }

    /** Milliseconds of pages: the first one ever, then medians of the first and of the last of so many. */
    Map<String, Double> run() throws IOException, InterruptedException {
        Map<String, Double> times = new LinkedHashMap<>();
        times.put("first page, first request", get(first).milliseconds());
        URI last = first;
        for (int page = 1; page < LAST_PAGE; page++) {
            last = next(get(last));
        }
        times.put("page 1, median", median(first));
        times.put("page %,d, median".formatted(LAST_PAGE), median(last));
        times.put("features a page", (double) limit);
        return times;
    }

    private double median(URI page) throws IOException, InterruptedException {
        double[] times = new double[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            times[i] = get(page).milliseconds();
        }
        Arrays.sort(times);
        return times[ROUNDS / 2];
    }

    private Page get(URI address) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        HttpResponse<byte[]> answer = http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofByteArray());
        double milliseconds = (System.nanoTime() - begun) / MILLISECOND;
        if (answer.statusCode() != OK) {
            throw new BenchException(address + " answers " + answer.statusCode());
        }
        return new Page(milliseconds, JSON.readTree(answer.body()));
    }

    private static URI next(Page page) {
        for (JsonNode link : page.json().path("links")) {
            if (link.path("rel").asString("").equals("next")) {
                return URI.create(link.path("href").asString());
            }
        }
        throw new BenchException("The collection ends before page " + LAST_PAGE);
    }
}
