package org.diachi.rest.drainage;

import org.diachi.drainage.DrainageNetworks;
import org.diachi.drainage.ServedReader;
import org.diachi.registry.Registry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The network of the register, and what it serves. */
@Configuration(proxyBeanMethods = false)
class DrainageConfiguration {

    @Bean
    DrainageNetworks drainageNetworks(Registry registry) {
        return registry.drainageNetworks();
    }

    @Bean
    ServedReader servedReader(Registry registry, DrainageNetworks networks) {
        return new ServedReader(registry.dataSource(), networks.settings());
    }
}
