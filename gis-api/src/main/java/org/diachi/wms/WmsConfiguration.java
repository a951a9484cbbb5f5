package org.diachi.wms;

import org.diachi.pack.LayerStyles;
import org.diachi.pack.MapPacks;
import org.diachi.pack.RegisterStates;
import org.diachi.registry.Registry;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** WMS as a servlet of its own. */
@Configuration(proxyBeanMethods = false)
class WmsConfiguration {

    @Bean
    MapService mapService(Registry registry, MapPacks packs, RegisterStates states, LayerStyles styles) {
        return new MapService(registry, packs, states, styles);
    }

    @Bean
    ServletRegistrationBean<WmsServlet> wms(Registry registry, MapPacks packs, MapService maps) {
        return new ServletRegistrationBean<>(new WmsServlet(registry.profile(), packs, maps), "/wms");
    }
}
