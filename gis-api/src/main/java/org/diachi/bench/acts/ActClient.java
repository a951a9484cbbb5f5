package org.diachi.bench.acts;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.diachi.bench.ClosedLoop;
import org.locationtech.jts.geom.Coordinate;

/** An officer with a connection, who does one act after the other. All share one client, which costs the machine less. */
final class ActClient implements ClosedLoop.Client {

    private static final int OK = 200;
    private static final int CREATED = 201;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final Acts acts;

    ActClient(Acts acts) {
        this.acts = acts;
    }

    /** The requests of the measurement. No two of them give one number to two houses. */
    static final class Acts {

        private final URI service;
        private final String key;
        private final ActCity city;
        private final boolean isNew;
        private final AtomicInteger count;

        /**
         * @param isNew whether houses are registered, or else renumbered
         * @param count what is counted on: every act takes the next
         */
        Acts(URI service, String key, ActCity city, boolean isNew, AtomicInteger count) {
            this.service = service;
            this.key = key;
            this.city = city;
            this.isNew = isNew;
            this.count = count;
        }

        /** The next act; on the object of the code unless houses are registered. */
        HttpRequest next(String code) {
            int number = count.incrementAndGet();
            return isNew ? register(number) : renumber(code, number);
        }

        private HttpRequest renumber(String code, int number) {
            String body = "{\"act\":\"change\",\"effective\":\"2025-07-01\",\"reason\":\"bench\","
                    + "\"properties\":{\"houseNumber\":\"R" + number + "\"}}";
            return request("/api/v1/addresses/" + code)
                    .header("If-Match", "*")
                    .header("Content-Type", "application/json")
                    .method("PATCH", BodyPublishers.ofString(body))
                    .build();
        }

        private HttpRequest register(int number) {
            Coordinate position = city.corner(number);
            String body = "{\"type\":\"Feature\",\"geometry\":{\"type\":\"Point\",\"coordinates\":[" + position.x + ","
                    + position.y + "]},\"properties\":{\"kind\":\"building\",\"houseNumber\":\"N" + number
                    + "\",\"street\":\"" + ActCity.street(number) + "\",\"validFrom\":\"2025-07-01\","
                    + "\"position\":{\"method\":\"survey\"}}}";
            return request("/api/v1/addresses?crs=" + city.crs())
                    .header("Content-Type", "application/geo+json")
                    .POST(BodyPublishers.ofString(body))
                    .build();
        }

        private HttpRequest.Builder request(String path) {
            return HttpRequest.newBuilder(service.resolve(path))
                    .timeout(PATIENCE)
                    .header("Authorization", "Bearer " + key);
        }
    }

    @Override
    public boolean ask(String code) throws Exception {
        int status = HTTP.send(acts.next(code), BodyHandlers.discarding()).statusCode();
        return status == OK || status == CREATED;
    }

    @Override
    public void close() {
        // The connections are the client's, and end with the program.
    }
}
