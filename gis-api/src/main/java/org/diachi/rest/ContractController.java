package org.diachi.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.diachi.api.ContractApi;
import org.diachi.http.Etag;
import org.diachi.http.Format;
import org.diachi.http.Links;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The contract itself, as it was written; as JSON for who reads JSON only, as GDAL does. Whatever else somebody accepts,
 * they get it as it was written.
 */
@RestController
class ContractController implements ContractApi {

    private static final MediaType TYPE = new MediaType("application", "vnd.oai.openapi", StandardCharsets.UTF_8);

    /** What the contract names as its server; programs are to find the one that they have it from. */
    private static final String USUAL_SERVER = "http://localhost:8080";

    private static final MediaType JSON_TYPE = MediaType.valueOf(TYPE.getType() + "/" + TYPE.getSubtype() + "+json");

    private final HttpServletRequest request;
    private final String contract = read();
    private final String json = new YAMLMapper().readTree(contract).toString();

    private final Links links;

    ContractController(HttpServletRequest request, Links links) {
        this.links = links;
        this.request = request;
    }

    private static String read() {
        try (InputStream in = ContractController.class.getResourceAsStream("openapi.yaml")) {
            return new String(Objects.requireNonNull(in, "openapi.yaml").readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The contract cannot be read", e);
        }
    }

    // Said again without the formats, or else those who accept only others would ask for a code "openapi.yaml".
    @RequestMapping(method = RequestMethod.GET, value = PATH_GET_CONTRACT)
    @Override
    public ResponseEntity<String> getContract(@Nullable String ifNoneMatch) {
        boolean isJson = wantsJson(request.getHeader(HttpHeaders.ACCEPT));
        String text = (isJson ? json : contract).replace(USUAL_SERVER, links.to(""));
        Etag etag = Etag.ofList(0, text.hashCode());
        boolean isKnown = etag.isIn(ifNoneMatch);
        return ResponseEntity.status(isKnown ? HttpStatus.NOT_MODIFIED : HttpStatus.OK)
                .eTag(etag.value())
                .cacheControl(CacheControl.noCache())
                .varyBy(HttpHeaders.ACCEPT)
                .contentType(isJson ? JSON_TYPE : TYPE)
                .body(isKnown ? null : text);
    }

    private static boolean wantsJson(@Nullable String accept) {
        List<MediaType> wanted = Format.listAccepted(accept);
        return wanted.stream().noneMatch(type -> type.includes(TYPE))
                && wanted.stream().anyMatch(type -> type.getSubtype().endsWith("json"));
    }
}
