package org.diachi.web;

import java.time.Duration;
import org.diachi.http.Etag;
import org.diachi.registry.Registry;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Serves {@code /web/city.json}, which belongs to the page and may change with it: no part of the contract that {@code
 * openapi.yaml} is, hence no controller.
 */
@Configuration(proxyBeanMethods = false)
class StartPage {

    private static final CacheControl CACHE = CacheControl.maxAge(Duration.ofMinutes(1));

    private @Nullable Known known;

    /** The facts as they were at an entry of the change log. */
    private record Known(long seq, CityFacts facts, Etag etag) {}

    @Bean
    RouterFunction<ServerResponse> cityFacts(Registry registry, CityFactsReader reader) {
        return RouterFunctions.route()
                .GET("/web/city.json", request -> {
                    Known current = current(registry.changes().head(), reader);
                    return ServerResponse.ok()
                            .contentType(MediaType.APPLICATION_JSON)
                            .cacheControl(CACHE)
                            .eTag(current.etag().value())
                            .body(current.facts());
                })
                .build();
    }

    /** Read anew after any change, and by one caller at a time. */
    private synchronized Known current(long seq, CityFactsReader reader) {
        Known last = known;
        if (last == null || last.seq() < seq) {
            CityFacts facts = reader.read();
            last = new Known(seq, facts, Etag.ofList(seq, facts));
            known = last;
        }
        return last;
    }
}
