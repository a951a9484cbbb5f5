package org.diachi.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.diachi.watch.Deliveries.Delivery;
import org.diachi.watch.WatchEvent;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What an address is told: a JSON object and headers that prove who tells it.
 *
 * @param headers of the request
 * @param body in UTF-8
 */
record WebhookMessage(Map<String, String> headers, byte[] body) {

    /** Time of sending and signature: {@code t=1767225600,v1=<hex>}. */
    static final String SIGNATURE = "Diachi-Signature";

    private static final JsonMapper JSON = new JsonMapper();

    /**
     * The message of a delivery.
     *
     * @param seconds since 1970, the time of sending
     */
    static WebhookMessage of(Delivery delivery, long seconds) {
        byte[] body = JSON.writeValueAsBytes(json(delivery));
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", "application/json");
        headers.put("User-Agent", "diachi");
        headers.put("Diachi-Delivery", delivery.watch() + "-" + delivery.last());
        headers.put(SIGNATURE, "t=" + seconds + ",v1=" + signature(delivery.secret(), seconds, body));
        return new WebhookMessage(headers, body);
    }

    private static ObjectNode json(Delivery delivery) {
        ObjectNode message = JSON.createObjectNode().put("watch", delivery.watch());
        ArrayNode events = message.putArray("events");
        for (WatchEvent event : delivery.events()) {
            events.addObject()
                    .put("number", event.number())
                    .put("seq", event.seq())
                    .put("at", event.at().toString())
                    .put("kind", event.kind())
                    .set("detail", JSON.readTree(event.detail()));
        }
        return message;
    }

    /** HMAC-SHA256 (RFC 2104) of the time of sending, a full stop and the body, in hexadecimal digits. */
    static String signature(byte[] secret, long seconds, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            mac.update((seconds + ".").getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has HmacSHA256", e);
        }
    }
}
