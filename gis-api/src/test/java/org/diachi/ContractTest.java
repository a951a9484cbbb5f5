package org.diachi;

import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.oas.models.servers.Server;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletRegistrationBean;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The contract and the service agree in both directions; {@link Http} holds every answer of every test against it. */
class ContractTest {

    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete", "options");

    private static JsonNode contract() throws IOException {
        return new YAMLMapper().readTree(Files.readString(Path.of("..", "openapi.yaml")));
    }

    @Test
    void everyOperationHasAControllerAndEveryControllerAnOperation() throws IOException {
        Set<String> promised = new TreeSet<>();
        contract()
                .get("paths")
                .forEachEntry((path, item) -> item.forEachEntry((method, operation) -> {
                    if (METHODS.contains(method) && !isServlet(operation)) {
                        promised.add(method.toUpperCase(java.util.Locale.ROOT) + " " + path);
                    }
                }));
        RequestMappingHandlerMapping mapping =
                TestCity.get().service().getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
        Set<String> kept = mapping.getHandlerMethods().entrySet().stream()
                .filter(entry -> !entry.getKey().getPatternValues().contains("/error"))
                .flatMap(entry -> entry.getKey().getMethodsCondition().getMethods().stream()
                        .flatMap(method ->
                                entry.getKey().getPatternValues().stream().map(path -> method.name() + " " + path)))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(kept).isEqualTo(promised);
    }

    /** Maps are drawn by servlets of their own, for which a controller would cost as much as a small picture. */
    private static boolean isServlet(JsonNode operation) {
        return operation.at("/tags/0").asString().equals("Maps");
    }

    @Test
    void everyMapOperationHasAServletAndEveryServletAnOperation() throws IOException {
        Set<String> promised = new TreeSet<>();
        contract()
                .get("paths")
                .forEachEntry((path, item) -> item.forEachEntry((method, operation) -> {
                    if (isServlet(operation)) {
                        promised.add(path);
                    }
                }));
        Set<String> kept = new TreeSet<>();
        TestCity.get().service().getBeansOfType(ServletRegistrationBean.class).values().stream()
                .filter(bean -> !(bean instanceof DispatcherServletRegistrationBean))
                .forEach(bean -> bean.getUrlMappings()
                        .forEach(mapping -> kept.add(mapping.toString().replace("/*", ""))));
        assertThat(kept).isEqualTo(promised);
    }

    @Test
    void everyOperationNamesItselfAndDescribesItsAnswersAndParametersWithExamples() throws IOException {
        JsonNode contract = contract();
        contract.get("paths")
                .forEachEntry((path, item) -> item.forEachEntry((method, operation) -> {
                    assertThat(operation.at("/operationId").asString()).as(path).isNotBlank();
                    assertThat(operation.at("/summary").asString()).as(path).isNotBlank();
                    operation.get("responses").forEachEntry((status, response) -> {
                        JsonNode resolved = resolve(contract, response);
                        assertThat(resolved.at("/description").asString())
                                .as(path + status)
                                .isNotBlank();
                        resolved.path("content")
                                .forEachEntry((type, media) -> assertThat(media.has("example") || media.has("examples"))
                                        .as("%s %s %s has an example", path, status, type)
                                        .isTrue());
                    });
                    operation.path("parameters").forEach(parameter -> {
                        JsonNode resolved = resolve(contract, parameter);
                        assertThat(resolved.at("/description").asString())
                                .as(path + resolved)
                                .isNotBlank();
                        assertThat(resolved.has("example")).as(path + resolved).isTrue();
                    });
                }));
    }

    /** What tells of addresses, places or features tells it of any day and by the knowledge of any instant. */
    @Test
    void everyReadOfAddressesPlacesAndFeaturesKnowsBothTimeAxes() throws IOException {
        JsonNode contract = contract();
        List<String> reads = new ArrayList<>();
        contract.get("paths").forEachEntry((path, item) -> {
            JsonNode read = item.path("get");
            if (!read.isMissingNode() && tellsOfTheRegister(path, read.at("/responses/200/content"))) {
                List<String> parameters = new ArrayList<>();
                read.path("parameters")
                        .forEach(parameter -> parameters.add(
                                resolve(contract, parameter).at("/name").asString()));
                assertThat(parameters).as(path).contains("asOf", "knownAt");
                reads.add(path);
            }
        });
        assertThat(reads)
                .contains("/{code}", "/api/v1/addresses/{code}/history", "/ogc/collections/{collectionId}/items");
    }

    private static boolean tellsOfTheRegister(String path, JsonNode content) {
        boolean isBelow = path.startsWith("/api/v1/addresses")
                || path.startsWith("/api/v1/places")
                || path.startsWith("/api/v1/statistics");
        boolean hasObjects = content.valueStream()
                .map(type -> type.at("/schema/$ref").asString(""))
                .anyMatch(schema -> schema.matches(".*/(Address|Place)Feature(Collection)?|.*/Item(Collection)?"));
        return isBelow || hasObjects;
    }

    private static JsonNode resolve(JsonNode contract, JsonNode node) {
        return node.has("$ref") ? contract.at(node.get("$ref").asString().substring(1)) : node;
    }

    @Test
    void theContractIsServedAsItWasWrittenButForItsAddress() throws IOException {
        Http.Reply reply = Http.get("/openapi.yaml");
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body()).isEqualTo(served(Files.readString(Path.of("..", "openapi.yaml"))));
        assertThat(reply.header("Content-Type")).startsWith("application/vnd.oai.openapi");
    }

    @ParameterizedTest
    @CsvSource({
        "application/vnd.oai.openapi+json;version=3.0, application/vnd.oai.openapi+json",
        "application/json, application/vnd.oai.openapi+json",
        "text/html, application/vnd.oai.openapi"
    })
    void theContractIsGivenToEverybodyAndAsJsonToWhoReadsNothingElse(String accept, String type) throws IOException {
        Http.Reply reply = Http.get("/openapi.yaml", "Accept", accept);
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("Content-Type")).startsWith(type);
        assertThat(new YAMLMapper().readTree(reply.body()))
                .isEqualTo(new YAMLMapper().readTree(served(contract().toString())));
    }

    private static String served(String contract) {
        return contract.replace("http://localhost:8080", Http.base());
    }

    @Test
    void aParserFindsTheContractValidAndItsServersTrue() {
        SwaggerParseResult read =
                new OpenAPIV3Parser().readContents(Http.get("/openapi.yaml").body());
        assertThat(read.getMessages()).isEmpty();
        assertThat(read.getOpenAPI().getOpenapi()).startsWith("3.0");
        for (Server server : read.getOpenAPI().getServers()) {
            assertThat(Http.get(server.getUrl() + "/ogc").status()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @CsvSource({"/actuator/health, UP", "/actuator/prometheus, jvm_memory_used_bytes"})
    void operatorsSeeHowItIs(String path, String content) {
        assertThat(Http.get(path).body()).contains(content);
    }
}
