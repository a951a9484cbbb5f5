package org.diachi.wms.wmts;

import org.diachi.pack.MapPacks;
import org.diachi.registry.Registry;
import org.diachi.wms.MapService;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** WMTS as a servlet of its own. */
@Configuration(proxyBeanMethods = false)
class WmtsConfiguration {

    @Bean
    ServletRegistrationBean<WmtsServlet> wmts(Registry registry, MapPacks packs, MapService maps) {
        return new ServletRegistrationBean<>(new WmtsServlet(registry.profile(), packs, maps), "/wmts", "/wmts/*");
    }
}
