package org.diachi.security;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.diachi.registry.Registry;
import org.diachi.security.limit.LimitSettings;
import org.diachi.security.limit.Limits;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.ContentSecurityPolicyHeaderWriter;
import org.springframework.security.web.header.writers.XContentTypeOptionsHeaderWriter;
import org.springframework.security.web.header.writers.frameoptions.XFrameOptionsHeaderWriter;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsConfigurationSource;
import org.springframework.web.filter.CorsFilter;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The rules: reads are open, writes need a key of the right role, and what no rule names is denied. */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
@EnableConfigurationProperties({TokenSettings.class, LimitSettings.class})
class SecurityRules {

    /** Pages load nothing from other hosts, nothing written within them, and are shown in no frame. */
    private static final String OWN_FILES_ONLY = "default-src 'none'; script-src 'self'; style-src 'self';"
            + " img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");
    private static final Duration PREFLIGHT_HOLDS = Duration.ofHours(1);

    @Bean
    KeyStore keyStore(Registry registry) {
        return new KeyStore(registry.dataSource());
    }

    /** Most requests: nothing is to be decided, so nothing is done but to send the headers. */
    @Bean
    @Order(1)
    SecurityFilterChain openReads(Limits limits) {
        return new DefaultSecurityFilterChain(
                SecurityRules::isOpenRead, new CorsFilter(openData()), headers(), new LimitFilter(limits));
    }

    private static boolean isOpenRead(HttpServletRequest request) {
        return isRead(request) && request.getHeader(HttpHeaders.AUTHORIZATION) == null;
    }

    static boolean isRead(HttpServletRequest request) {
        return READS.contains(request.getMethod());
    }

    /** Open data may be read by the pages of others. */
    private static CorsConfigurationSource openData() {
        CorsConfiguration rules = new CorsConfiguration();
        rules.setAllowedOrigins(List.of(CorsConfiguration.ALL));
        rules.setAllowedMethods(List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"));
        rules.setAllowedHeaders(List.of(CorsConfiguration.ALL));
        rules.setExposedHeaders(List.of(
                HttpHeaders.ETAG,
                HttpHeaders.LINK,
                HttpHeaders.LOCATION,
                HttpHeaders.CONTENT_LOCATION,
                HttpHeaders.ALLOW,
                "Content-Crs",
                "RateLimit",
                "RateLimit-Policy",
                HttpHeaders.RETRY_AFTER));
        rules.setMaxAge(PREFLIGHT_HOLDS);
        return request -> rules;
    }

    private static HeaderWriterFilter headers() {
        HeaderWriterFilter headers = new HeaderWriterFilter(List.of(
                new XContentTypeOptionsHeaderWriter(),
                new XFrameOptionsHeaderWriter(),
                new ContentSecurityPolicyHeaderWriter(OWN_FILES_ONLY)));
        headers.setShouldWriteHeadersEagerly(true);
        return headers;
    }

    @Bean
    Limits limits(LimitSettings settings) {
        return new Limits(settings);
    }

    @Bean
    Credentials credentials(KeyStore keys, TokenSettings tokens) {
        return new Credentials(keys, tokens.areTokensTaken() ? new TokenReader(tokens) : null);
    }

    @Bean
    @Order(2)
    SecurityFilterChain rules(
            HttpSecurity http,
            Credentials credentials,
            Refusals refusals,
            Limits limits,
            @Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> mapping)
            throws Exception {
        // No cookies, hence no forgery across sites, no sessions and no pages to log in.
        return http.csrf(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .anonymous(AbstractHttpConfigurer::disable)
                .sessionManagement(AbstractHttpConfigurer::disable)
                .securityContext(AbstractHttpConfigurer::disable)
                .headers(AbstractHttpConfigurer::disable)
                .cors(cors -> cors.configurationSource(openData()))
                .addFilterBefore(headers(), AuthorizationFilter.class)
                .addFilterBefore(new BearerFilter(credentials, refusals, limits), AuthorizationFilter.class)
                .addFilterBefore(new LimitFilter(limits), AuthorizationFilter.class)
                .authorizeHttpRequests(requests -> requests.requestMatchers(SecurityRules::isRead)
                        .permitAll()
                        .requestMatchers("/error")
                        .permitAll()
                        // Reads too, though with a body.
                        .requestMatchers(HttpMethod.POST, "/api/v1/match", "/api/v1/land-use", "/wms")
                        .permitAll()
                        .requestMatchers(HttpMethod.POST, "/api/v1/addresses", "/api/v1/addresses/**", "/api/v1/acts")
                        .hasRole(Role.EDITOR.name())
                        .requestMatchers(HttpMethod.PATCH, "/api/v1/addresses/*")
                        .hasRole(Role.EDITOR.name())
                        .requestMatchers(HttpMethod.POST, "/ogc/collections/*/items")
                        .hasRole(Role.EDITOR.name())
                        .requestMatchers(HttpMethod.PUT, "/ogc/collections/*/items/*")
                        .hasRole(Role.EDITOR.name())
                        .requestMatchers(HttpMethod.PATCH, "/ogc/collections/*/items/*")
                        .hasRole(Role.EDITOR.name())
                        .requestMatchers(HttpMethod.DELETE, "/ogc/collections/*/items/*")
                        .hasRole(Role.EDITOR.name())
                        .requestMatchers(HttpMethod.POST, "/api/v1/duplicates/*/resolve", "/api/v1/plans/*/step")
                        .hasRole(Role.STEWARD.name())
                        .requestMatchers(HttpMethod.POST, "/api/v1/watches")
                        .hasRole(Role.READER.name())
                        .requestMatchers(HttpMethod.DELETE, "/api/v1/watches/*")
                        .hasRole(Role.READER.name())
                        .anyRequest()
                        .access(new Unmapped(mapping)))
                .exceptionHandling(handling -> handling.authenticationEntryPoint(
                                (request, response, e) -> refusals.refuseAnonymous(request, response))
                        .accessDeniedHandler((request, response, e) -> refusals.refuseRole(request, response)))
                .build();
    }

    @Bean
    HttpFirewall firewall() {
        return PlainText.firewall();
    }

    @Bean
    RequestRejectedHandler rejectedRequests(Refusals refusals) {
        return (request, response, e) -> refusals.refuseRequest(request, response);
    }

    /** Each filter would be measured for itself, at a third of the cost of a look-up. */
    @Bean
    SecurityObservationSettings securityIsNotMeasured() {
        return SecurityObservationSettings.noObservations();
    }
}
