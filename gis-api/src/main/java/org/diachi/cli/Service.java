package org.diachi.cli;

import java.util.Map;
import org.apache.catalina.core.StandardHost;
import org.diachi.http.problem.ErrorValve;
import org.diachi.registry.Registry;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The Spring Boot application over an open register. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration(exclude = UserDetailsServiceAutoConfiguration.class)
@ComponentScan({
    "org.diachi.http",
    "org.diachi.rest",
    "org.diachi.ogc",
    "org.diachi.security",
    "org.diachi.webhook",
    "org.diachi.web",
    "org.diachi.pack",
    "org.diachi.wms"
})
public class Service {

    /**
     * Starts to serve.
     *
     * @param port to listen on; 0 for any free one
     * @param settings names and values as {@code --name=value}, before those of files and of the environment
     */
    public static ConfigurableApplicationContext start(Registry registry, int port, String... settings) {
        return new SpringApplicationBuilder(Service.class)
                .registerShutdownHook(false)
                .initializers(context -> context.getBeanFactory().registerSingleton("registry", registry))
                .properties(Map.of("server.port", port))
                .run(settings);
    }

    /** The port that a service listens on. */
    public static int port(ConfigurableApplicationContext service) {
        return service.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    /** Whether the database answers. */
    @Bean
    HealthIndicator database(Registry registry) {
        JdbcClient jdbc = JdbcClient.create(registry.dataSource());
        return () -> {
            try {
                long seq = jdbc.sql("SELECT seq FROM registry.log_head")
                        .query(Long.class)
                        .single();
                return Health.up().withDetail("seq", seq).build();
            } catch (DataAccessException e) {
                return Health.down(e).build();
            }
        };
    }

    /** What Tomcat refuses by itself is told like every other problem. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> errorValve() {
        return factory -> factory.addContextCustomizers(context -> {
            if (context.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass(ErrorValve.class.getName());
            }
        });
    }
}
