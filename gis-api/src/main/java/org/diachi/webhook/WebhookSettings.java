package org.diachi.webhook;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How watches are told.
 *
 * @param privateNetworks whether addresses within the operator's own networks may be told
 * @param period how often is looked for what there is to tell
 * @param firstPause before an address that failed is tried again; each further pause is twice as long
 * @param longestPause no pause is longer
 */
@ConfigurationProperties("diachi.webhooks")
public record WebhookSettings(
        @DefaultValue("false") boolean privateNetworks,
        @DefaultValue("1s") Duration period,
        @DefaultValue("5s") Duration firstPause,
        @DefaultValue("1h") Duration longestPause) {

    private static final int MOST_DOUBLINGS = 20;

    /** How long to wait after so many failures in a row. */
    Duration pause(int failures) {
        Duration pause = firstPause.multipliedBy(1L << Math.min(failures - 1, MOST_DOUBLINGS));
        return pause.compareTo(longestPause) > 0 ? longestPause : pause;
    }
}
