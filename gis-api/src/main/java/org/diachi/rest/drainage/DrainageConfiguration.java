package org.diachi.rest.drainage;

import org.diachi.drainage.DrainageNetworks;
import org.diachi.drainage.DrainageSettings;
import org.diachi.drainage.ServedReader;
import org.diachi.registry.Registry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The network of the service, which follows the log with the register's other views. */
@Configuration(proxyBeanMethods = false)
class DrainageConfiguration {

    @Bean
    DrainageNetworks drainageNetworks(Registry registry) {
        DrainageSettings settings = DrainageSettings.read(registry.profile().folder());
        DrainageNetworks networks = new DrainageNetworks(
                registry.dataSource(), settings, registry.profile().storageCrs().epsg());
        registry.views().add(networks.view());
        return networks;
    }

    @Bean
    ServedReader servedReader(Registry registry, DrainageNetworks networks) {
        return new ServedReader(registry.dataSource(), networks.settings());
    }
}
