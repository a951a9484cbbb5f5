package org.diachi.bench.acts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.diachi.bench.load.Message;
import org.locationtech.jts.geom.Coordinate;

/** The requests of the measurement. No two of them give one number to two houses. */
final class Acts {

    private final String key;
    private final ActCity city;
    private final boolean isNew;
    private final AtomicInteger count;

    /**
     * @param isNew whether houses are registered, or else renumbered
     * @param count what is counted on: every act takes the next
     */
    Acts(String key, ActCity city, boolean isNew, AtomicInteger count) {
        this.key = key;
        this.city = city;
        this.isNew = isNew;
        this.count = count;
    }

    /** So many acts, one code after the other and then from the first again. */
    List<Message> next(List<String> codes, int acts) {
        List<Message> messages = new ArrayList<>(acts);
        for (int i = 0; i < acts; i++) {
            messages.add(next(codes.get(i % codes.size())));
        }
        return messages;
    }

    /** The next act; on the object of the code unless houses are registered. */
    Message next(String code) {
        int number = count.incrementAndGet();
        return isNew ? register(number) : renumber(code, number);
    }

    private Message renumber(String code, int number) {
        String body = "{\"act\":\"change\",\"effective\":\"2025-07-01\",\"reason\":\"bench\","
                + "\"properties\":{\"houseNumber\":\"R" + number + "\"}}";
        return new Message(
                "PATCH",
                "/api/v1/addresses/" + code,
                Map.of("Authorization", "Bearer " + key, "Content-Type", "application/json", "If-Match", "*"),
                body);
    }

    private Message register(int number) {
        Coordinate position = city.corner(number);
        String body = "{\"type\":\"Feature\",\"geometry\":{\"type\":\"Point\",\"coordinates\":[" + position.x + ","
                + position.y + "]},\"properties\":{\"kind\":\"building\",\"houseNumber\":\"N" + number
                + "\",\"street\":\"" + ActCity.street(number) + "\",\"validFrom\":\"2025-07-01\","
                + "\"position\":{\"method\":\"survey\"}}}";
        return new Message(
                "POST",
                "/api/v1/addresses?crs=" + city.crs(),
                Map.of("Authorization", "Bearer " + key, "Content-Type", "application/geo+json"),
                body);
    }
}
