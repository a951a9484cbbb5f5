package org.diachi.security;

import org.diachi.registry.Registry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The rules: reads are open, writes need a key of the right role, and what no rule names is denied. */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class SecurityRules {

    /** Pages load nothing from other hosts, nothing written within them, and are shown in no frame. */
    private static final String OWN_FILES_ONLY = "default-src 'none'; script-src 'self'; style-src 'self';"
            + " img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    @Bean
    KeyStore keyStore(Registry registry) {
        return new KeyStore(registry.dataSource());
    }

    @Bean
    SecurityFilterChain rules(
            HttpSecurity http,
            KeyStore keys,
            @Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> mapping)
            throws Exception {
        // No cookies, hence no forgery across sites, no sessions and no pages to log in.
        return http.csrf(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .anonymous(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .cors(cors -> {})
                .headers(headers -> headers.cacheControl(cache -> cache.disable())
                        .xssProtection(xss -> xss.disable())
                        .contentSecurityPolicy(policy -> policy.policyDirectives(OWN_FILES_ONLY)))
                .addFilterBefore(new KeyFilter(keys), AuthorizationFilter.class)
                .authorizeHttpRequests(requests -> requests.requestMatchers(HttpMethod.GET, "/**")
                        .permitAll()
                        .requestMatchers(HttpMethod.HEAD, "/**")
                        .permitAll()
                        .requestMatchers(HttpMethod.OPTIONS, "/**")
                        .permitAll()
                        .requestMatchers("/error")
                        .permitAll()
                        .requestMatchers(HttpMethod.POST, "/api/v1/addresses", "/api/v1/addresses/**", "/api/v1/acts")
                        .hasRole(Role.EDITOR.name())
                        .requestMatchers(HttpMethod.PATCH, "/api/v1/addresses/*")
                        .hasRole(Role.EDITOR.name())
                        .requestMatchers(HttpMethod.POST, "/api/v1/duplicates/*/resolve")
                        .hasRole(Role.EDITOR.name())
                        .anyRequest()
                        .access(new Unmapped(mapping)))
                .exceptionHandling(refusals -> refusals.authenticationEntryPoint(
                                (request, response, e) -> Refusals.refuseWithoutKey(request, response))
                        .accessDeniedHandler((request, response, e) -> Refusals.refuseCaller(request, response)))
                .build();
    }

    @Bean
    RequestRejectedHandler rejectedRequests() {
        return (request, response, e) -> Refusals.refuseRequest(request, response);
    }
}
