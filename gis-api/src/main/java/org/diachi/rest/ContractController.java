package org.diachi.rest;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.diachi.api.ContractApi;
import org.diachi.http.Etag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

/** The contract itself, as it was written. */
@RestController
class ContractController implements ContractApi {

    private static final MediaType TYPE = new MediaType("application", "vnd.oai.openapi", StandardCharsets.UTF_8);

    private final String contract = read();
    private final Etag etag = Etag.ofList(0, contract.hashCode());

    private static String read() {
        try (InputStream in = ContractController.class.getResourceAsStream("openapi.yaml")) {
            return new String(Objects.requireNonNull(in, "openapi.yaml").readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The contract cannot be read", e);
        }
    }

    @Override
    public ResponseEntity<String> getContract(@Nullable String ifNoneMatch) {
        boolean isKnown = etag.isIn(ifNoneMatch);
        return ResponseEntity.status(isKnown ? HttpStatus.NOT_MODIFIED : HttpStatus.OK)
                .eTag(etag.value())
                .cacheControl(CacheControl.noCache())
                .contentType(TYPE)
                .body(isKnown ? null : contract);
    }
}
