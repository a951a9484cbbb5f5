package org.diachi.pack;

import org.diachi.registry.Registry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The packs of the service, which follow the log with the register's other views. */
@Configuration(proxyBeanMethods = false)
class PackConfiguration {

    @Bean
    MapPacks mapPacks(Registry registry) {
        MapPacks packs = new MapPacks(registry);
        registry.views().add(packs);
        return packs;
    }

    @Bean
    RegisterStates registerStates(Registry registry) {
        return new RegisterStates(registry);
    }

    @Bean
    LayerStyles layerStyles(Registry registry) {
        return LayerStyles.read(registry.profile().folder().resolve("styles"));
    }
}
