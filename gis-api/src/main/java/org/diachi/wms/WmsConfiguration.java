package org.diachi.wms;

import org.diachi.pack.LayerStyles;
import org.diachi.pack.MapPacks;
import org.diachi.registry.Registry;
import org.diachi.wms.map.MapRenderer;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The services that draw maps, each a servlet. */
@Configuration(proxyBeanMethods = false)
class WmsConfiguration {

    @Bean
    MapRenderer mapRenderer() {
        return new MapRenderer();
    }

    @Bean
    ServletRegistrationBean<WmsServlet> wms(
            Registry registry, MapPacks packs, LayerStyles styles, MapRenderer renderer) {
        return new ServletRegistrationBean<>(
                new WmsServlet(registry.profile(), packs, styles, renderer), "/wms");
    }
}
