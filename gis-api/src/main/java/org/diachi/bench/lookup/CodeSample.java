package org.diachi.bench.lookup;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.diachi.bench.BenchException;

/**
 * Codes of a register, each as likely as any other.
 *
 * @param codes the chosen ones
 * @param registered how many objects the register has
 */
record CodeSample(List<String> codes, long registered) {

    private static final int OK = 200;
    private static final long SEED = 7;

    CodeSample {
        codes = List.copyOf(codes);
    }

    /**
     * Asks a service for all its objects and keeps the codes of some, by reservoir sampling (Vitter 1985, algorithm R).
     *
     * @throws BenchException if the service has none
     */
    static CodeSample of(URI service, int wanted) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(service.resolve("/api/v1/addresses?f=csv"))
                .build();
        HttpResponse<InputStream> answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofInputStream());
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
            if (answer.statusCode() != OK) {
                throw new BenchException(request.uri() + " answers " + answer.statusCode());
            }
            CodeSample sample = choose(lines, wanted);
            if (sample.codes().isEmpty()) {
                throw new BenchException("The register is empty. Fill it with: ./diachi sample --scale 1");
            }
            return sample;
        }
    }

    /** A code is the first cell of a line that has the form of one: a cell with line breaks begins no such line. */
    static CodeSample choose(BufferedReader lines, int wanted) throws IOException {
        Random random = new Random(SEED);
        List<String> chosen = new ArrayList<>();
        long seen = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (!line.matches("[0-9A-Z]{4}-[0-9A-Z]{4},.*")) {
                continue;
            }
            String code = line.substring(0, line.indexOf(','));
            seen++;
            if (chosen.size() < wanted) {
                chosen.add(code);
            } else {
                long place = (long) (random.nextDouble() * seen);
                if (place < wanted) {
                    chosen.set((int) place, code);
                }
            }
        }
        return new CodeSample(chosen, seen);
    }
}
