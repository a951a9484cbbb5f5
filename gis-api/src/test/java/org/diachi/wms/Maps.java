package org.diachi.wms;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import org.diachi.Http;

/** Asks for maps. */
final class Maps {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private Maps() {}

    /** An answer. */
    record Reply(int status, String type, String etag, byte[] body) {

        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        BufferedImage picture() {
            try {
                BufferedImage image = ImageIO.read(new ByteArrayInputStream(body));
                if (image == null) {
                    throw new AssertionError("No picture: " + text());
                }
                return image;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Asks {@link org.diachi.TestCity} for a path, or whoever is named by a whole address. */
    static Reply get(String path, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(path.startsWith("http") ? path : Http.base() + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request);
    }

    /** Posts a form. */
    static Reply post(String address, String form) {
        return send(HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    private static Reply send(HttpRequest.Builder request) {
        try {
            HttpResponse<byte[]> response = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            return new Reply(
                    response.statusCode(),
                    response.headers().firstValue("Content-Type").orElse(""),
                    response.headers().firstValue("ETag").orElse(""),
                    response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** GetMap 1.3.0 of a square of the city's system. */
    static String map(String layers, double x, double y, double side, int pixels) {
        return "/wms?SERVICE=WMS&VERSION=1.3.0&REQUEST=GetMap&STYLES=&FORMAT=image/png&CRS=EPSG:9214&LAYERS=" + layers
                + "&BBOX=" + x + "," + y + "," + (x + side) + "," + (y + side) + "&WIDTH=" + pixels + "&HEIGHT="
                + pixels;
    }

    static boolean isWhite(BufferedImage image, int x, int y) {
        return (image.getRGB(x, y) & 0xFFFFFF) == 0xFFFFFF;
    }
}
