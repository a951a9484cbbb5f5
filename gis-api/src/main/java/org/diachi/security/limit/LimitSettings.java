package org.diachi.security.limit;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much is a fair share, in requests a minute.
 *
 * @param enabled whether there are limits at all
 * @param addressReads of a network address, without key or token
 * @param addressWrites of a network address: writes without a good key or token, all of which are refused
 * @param callerReads of a key or token
 * @param callerWrites of a key or token
 * @param clients how many clients are kept in mind
 */
@ConfigurationProperties("diachi.limits")
public record LimitSettings(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("30000") long addressReads,
        @DefaultValue("300") long addressWrites,
        @DefaultValue("120000") long callerReads,
        @DefaultValue("60000") long callerWrites,
        @DefaultValue("100000") long clients) {

    public LimitSettings {
        if (Math.min(Math.min(addressReads, addressWrites), Math.min(callerReads, callerWrites)) < 1 || clients < 1) {
            throw new IllegalArgumentException(
                    "diachi.limits are at least 1 a minute; to have none, set diachi.limits.enabled=false");
        }
    }

    long of(Share share) {
        return switch (share) {
            case ADDRESS_READS -> addressReads;
            case ADDRESS_WRITES -> addressWrites;
            case CALLER_READS -> callerReads;
            case CALLER_WRITES -> callerWrites;
        };
    }
}
