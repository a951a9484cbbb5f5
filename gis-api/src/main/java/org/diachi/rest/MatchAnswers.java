package org.diachi.rest;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.diachi.http.Body;
import org.diachi.http.Format;
import org.diachi.http.Upload;
import org.diachi.http.problem.Problem;
import org.diachi.http.problem.ProblemException;
import org.diachi.http.problem.ProblemType;
import org.diachi.registry.Registry;
import org.diachi.search.batch.MatchJob;
import org.diachi.search.batch.MatchRefusedException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * Matches uploaded rows. What comes in is kept in a file first: many clients read nothing before they have sent
 * everything, and would wait for ever on a service that answers as it reads.
 */
@Component
class MatchAnswers {

    private static final long MOST_BYTES = 1L << 30;
    private static final int BUFFER = 1 << 16;

    private final MatchJob job;

    MatchAnswers(Registry registry) {
        this.job = new MatchJob(
                registry.search(), registry.profile(), Runtime.getRuntime().availableProcessors(), true);
    }

    ResponseEntity<Body> answer(Upload rows, List<String> columns) throws IOException {
        Format format = format(rows.type());
        Path file = Files.createTempFile("diachi-match", ".rows");
        try {
            keep(rows.stream(), file);
            check(file, rows.charset(), format, columns);
        } catch (IOException | RuntimeException e) {
            Files.delete(file);
            throw e;
        }
        return ResponseEntity.ok()
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .contentType(format.mediaType())
                .body(out -> write(file, rows.charset(), format, columns, out));
    }

    private static Format format(MediaType type) {
        if (type.getSubtype().equals("csv")) {
            return Format.CSV;
        }
        if (type.getSubtype().contains("ndjson")) {
            return Format.NDJSON;
        }
        throw new ProblemException(Problem.of(
                ProblemType.UNSUPPORTED_MEDIA_TYPE,
                "The body is " + type + ". Send text/csv or application/x-ndjson, named in the Content-Type header."));
    }

    private static void keep(InputStream in, Path file) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long count = 0;
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                count += read;
                if (count > MOST_BYTES) {
                    throw new ProblemException(Problem.of(
                            ProblemType.TOO_LARGE,
                            "The body has more than " + MOST_BYTES + " bytes. Send the rows in parts."));
                }
                out.write(buffer, 0, read);
            }
        }
    }

    /** What is wrong with the whole is told before the answer begins. */
    private void check(Path file, Charset charset, Format format, List<String> columns) throws IOException {
        try (BufferedReader in = reader(file, charset)) {
            job.read(in, rowFormat(format), columns);
        } catch (MatchRefusedException e) {
            throw new ProblemException(Problem.of(ProblemType.BAD_BODY, e.getMessage() + "."));
        }
    }

    private void write(Path file, Charset charset, Format format, List<String> columns, OutputStream out)
            throws IOException {
        try (BufferedReader in = reader(file, charset)) {
            Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
            job.read(in, rowFormat(format), columns).write(writer, rows -> {});
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /** Tolerates bytes that are no letters: they are as good as missing ones. */
    private static BufferedReader reader(Path file, Charset charset) throws IOException {
        return new BufferedReader(new InputStreamReader(Files.newInputStream(file), charset), BUFFER);
    }

    private static MatchJob.Format rowFormat(Format format) {
        return format == Format.CSV ? MatchJob.Format.CSV : MatchJob.Format.NDJSON;
    }
}
