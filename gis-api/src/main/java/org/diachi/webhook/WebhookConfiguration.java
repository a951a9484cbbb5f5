package org.diachi.webhook;

import org.diachi.registry.Registry;
import org.diachi.watch.Deliveries;
import org.diachi.watch.Watchman;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one who tells watches, in each service. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WebhookSettings.class)
class WebhookConfiguration {

    @Bean
    WebhookRunner webhookRunner(Registry registry, WebhookAddress addresses, WebhookSettings settings) {
        Watchman watchman = new Watchman(registry.dataSource(), registry.conflicts());
        Deliveries deliveries = new Deliveries(registry.dataSource(), registry.watches());
        return new WebhookRunner(watchman, deliveries, addresses, settings).start();
    }
}
