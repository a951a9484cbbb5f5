package org.diachi;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.ValidationReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.diachi.cli.Service;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks the service of {@link TestCity} over HTTP; every answer is held against openapi.yaml. */
public final class Http {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final JsonMapper JSON = new JsonMapper();
    private static final String CONTRACT = readContract();
    private static final OpenApiInteractionValidator VALIDATOR =
            OpenApiInteractionValidator.createForInlineApiSpecification(CONTRACT)
                    .build();

    private Http() {}

    private static String readContract() {
        try {
            return Files.readString(Path.of("..", "openapi.yaml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An answer. */
    public record Reply(int status, Map<String, List<String>> headers, String body) {

        public String header(String name) {
            return headers.entrySet().stream()
                    .filter(entry -> entry.getKey().equalsIgnoreCase(name))
                    .map(entry -> entry.getValue().get(0))
                    .findFirst()
                    .orElse("");
        }

        public JsonNode json() {
            return JSON.readTree(body);
        }

        /** The value at a JSON Pointer as text; empty if there is none. */
        public String at(String pointer) {
            JsonNode node = json().at(pointer);
            return node.isMissingNode() || node.isNull() ? "" : node.asString();
        }

        /** The text at a pointer below each element of an array. */
        public List<String> each(String array, String pointer) {
            List<String> values = new ArrayList<>();
            json().at(array).forEach(node -> values.add(node.at(pointer).asString()));
            return values;
        }

        public String next() {
            for (JsonNode link : json().at("/links")) {
                if (link.at("/rel").asString().equals("next")) {
                    return link.at("/href").asString();
                }
            }
            return "";
        }
    }

    public static String base() {
        return "http://localhost:" + Service.port(TestCity.get().service());
    }

    public static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Headers are names and values in turn. */
    public static Reply get(String path, String... headers) {
        return send(request(path, headers).GET().build());
    }

    public static Reply send(String method, String path, String body, String... headers) {
        return send(request(path, headers)
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    public static Reply post(String path, String key, String body) {
        return send("POST", path, body, "Content-Type", "application/geo+json", "Authorization", "Bearer " + key);
    }

    private static HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(path.startsWith("http") ? path : base() + path));
        return headers.length == 0 ? request : request.headers(headers);
    }

    private static Reply send(HttpRequest request) {
        try {
            HttpResponse<String> response = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
            Reply reply = new Reply(response.statusCode(), response.headers().map(), response.body());
            check(request, reply);
            return reply;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void check(HttpRequest request, Reply reply) {
        SimpleResponse.Builder answer = SimpleResponse.Builder.status(reply.status());
        reply.headers().forEach((name, values) -> answer.withHeader(name, values));
        if (reply.header("Content-Type").contains("json")
                && !reply.header("Content-Type").contains("ndjson")) {
            answer.withBody(reply.body());
        }
        Request.Method method = Request.Method.valueOf(request.method());
        ValidationReport report = VALIDATOR.validateResponse(request.uri().getRawPath(), method, answer.build());
        List<ValidationReport.Message> messages = report.getMessages().stream()
                .filter(message -> message.getLevel() == ValidationReport.Level.ERROR)
                // Paths and methods outside the contract answer problems too; bodies without JSON have no schema.
                .filter(message -> !message.getKey().startsWith("validation.request."))
                .filter(message -> !(message.getKey().equals("validation.response.body.missing") && !isJson(reply)))
                .toList();
        assertThat(messages)
                .as("%s %s: %s", request.method(), request.uri(), reply)
                .isEmpty();
    }

    private static boolean isJson(Reply reply) {
        return reply.header("Content-Type").contains("+json")
                || reply.header("Content-Type").contains("/json");
    }
}
