package org.diachi.ogc;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.diachi.Http;
import org.diachi.cli.Service;
import org.diachi.db.TestHome;
import org.diachi.registry.Registry;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/** Clients that ask for everything and read nothing. */
class StalledClientTest {

    private static final int CLIENTS = 30;

    /** More than the buffers of both ends of a socket hold. */
    private static final int FEATURES = 30_000;

    @Test
    void keepNothingOfTheDatabaseFromOthers() throws IOException, SQLException, InterruptedException {
        EditedCity city = EditedCity.get();
        FeatureLayer layer = FeatureLayer.create("stalled-clients", FEATURES);
        HikariPoolMXBean pool =
                city.registry().dataSource().unwrap(HikariDataSource.class).getHikariPoolMXBean();
        List<Socket> sockets = new ArrayList<>();
        try {
            for (int i = 0; i < CLIENTS; i++) {
                sockets.add(ask(city, layer));
            }
            for (Socket socket : sockets) {
                // The answer has begun.
                assertThat(socket.getInputStream().read()).isEqualTo('H');
            }
            while (pool.getActiveConnections() > 1) {
                Thread.sleep(50);
            }
            for (int i = 0; i < CLIENTS; i++) {
                assertThat(city.get(layer.collection(), "?limit=2").status()).isEqualTo(200);
            }
            // Who reads after all gets the rest of the same state, whatever has happened meanwhile.
            assertThat(countLines(sockets.get(0).getInputStream())).isEqualTo(FEATURES);
        } finally {
            for (Socket socket : sockets) {
                socket.close();
            }
        }
        assertThat(Http.get(city.base() + "/actuator/health").at("/status")).isEqualTo("UP");
    }

    @Test
    void areDroppedWhenTheyHaveTakenNothingForLong() throws IOException, InterruptedException {
        EditedCity city = EditedCity.get();
        FeatureLayer layer = FeatureLayer.create("dropped-clients", FEATURES);
        Registry node =
                Registry.open(city.database().database(), city.registry().profile(), TestHome.environment());
        ConfigurableApplicationContext service = Service.start(node, 0, "--server.tomcat.connection-timeout=1s");
        String url = "http://localhost:" + Service.port(service) + "/ogc/collections/" + layer.collection() + "/items";
        try (service;
                Socket socket = ask(URI.create(url + "?f=geojsonseq"))) {
            assertThat(socket.getInputStream().read()).isEqualTo('H');
            Thread.sleep(5_000);
            assertThat(countUntilTheEnd(socket.getInputStream())).isLessThan(FEATURES);
        }
    }

    private static int countUntilTheEnd(InputStream in) throws IOException {
        try {
            return countLines(in);
        } catch (SocketException e) {
            // Cut off: what has come before is not whole.
            return 0;
        }
    }

    private static Socket ask(EditedCity city, FeatureLayer layer) throws IOException {
        return ask(URI.create(city.items(layer.collection(), "?f=geojsonseq")));
    }

    private static Socket ask(URI uri) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4096);
        socket.connect(new InetSocketAddress(uri.getHost(), uri.getPort()));
        String request =
                "GET " + uri.getPath() + "?" + uri.getQuery() + " HTTP/1.0\r\nHost: " + uri.getAuthority() + "\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static int countLines(InputStream in) throws IOException {
        String rest = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        return (int) rest.lines().filter(line -> line.contains("\"Feature\"")).count();
    }
}
