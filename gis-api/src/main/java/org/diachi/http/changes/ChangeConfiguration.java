package org.diachi.http.changes;

import org.diachi.change.HeadWatch;
import org.diachi.feed.SharedPages;
import org.diachi.registry.Registry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the faces of the feed share. */
@Configuration(proxyBeanMethods = false)
class ChangeConfiguration {

    @Bean
    HeadWatch headWatch(Registry registry) {
        return new HeadWatch(registry.changes());
    }

    @Bean
    SharedPages sharedPages(Registry registry) {
        return new SharedPages(registry.feed());
    }
}
