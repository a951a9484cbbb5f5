package org.diachi.bench.features;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.diachi.bench.BenchException;

/** Whole collections, read from the service as fast as it writes them. */
final class Downloads {

    private static final int OK = 200;
    private static final int BUFFER_BYTES = 1 << 16;
    private static final String ITEMS = "/ogc/collections/addresses/items?kind=building&f=";
    private static final Map<String, String> FORMATS =
            Map.of("FlatGeobuf", "flatgeobuf", "GeoJSON text sequence", "geojsonseq", "CSV", "csv");

    private final URI service;
    private final HeapLog heap;
    private final long features;

    /**
     * What a download has cost.
     *
     * @param features how many there were
     * @param bytes on the wire
     * @param heapMb by how many megabytes the memory in use rose over what it was before
     */
    record Result(long features, long bytes, double seconds, long heapMb) {

        double perSecond() {
            return features / seconds;
        }
    }

    /** @param features how many the collection has */
    Downloads(URI service, HeapLog heap, long features) {
        this.service = service;
        this.heap = heap;
        this.features = features;
    }

    /** Each format: once to warm up, and once to be told. */
    Map<String, Result> run() throws IOException {
        Map<String, Result> all = new LinkedHashMap<>();
        for (String name : FORMATS.keySet().stream().sorted().toList()) {
            URI address = service.resolve(ITEMS + FORMATS.get(name));
            read(address);
            all.put("download as " + name, measured(address));
        }
        return all;
    }

    private Result measured(URI address) throws IOException {
        int begun = heap.position();
        long before = heap.mostMegabytesSince(Math.max(0, begun - 1));
        long start = System.nanoTime();
        long bytes = read(address);
        double seconds = (System.nanoTime() - start) / 1e9;
        return new Result(features, bytes, seconds, Math.max(0, heap.mostMegabytesSince(begun) - before));
    }

    private static long read(URI address) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
        if (connection.getResponseCode() != OK) {
            throw new BenchException(address + " answers " + connection.getResponseCode());
        }
        byte[] buffer = new byte[BUFFER_BYTES];
        long bytes = 0;
        try (InputStream body = connection.getInputStream()) {
            for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
                bytes += read;
            }
        }
        return bytes;
    }
}
