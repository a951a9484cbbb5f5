package org.diachi.http;

import java.time.LocalDate;
import org.diachi.change.Act;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.node.ObjectNode;

/**
 * The acts of the register on items of collections, as OGC API Features Part 4 asks for them. Whatever keeps items does
 * what is asked by its own acts, with their rights, and refuses what those refuse.
 */
public interface ItemActs {

    /** Whether it keeps the items of a collection. */
    boolean keeps(String collection);

    /** Whether the caller of the current request may do an act on some item of a collection. */
    boolean allows(String collection, Act act);

    /**
     * Enters a new item.
     *
     * @param key the header Idempotency-Key
     * @return the answer: created, there already, or held back
     */
    ResponseEntity<Body> create(String collection, Told told, @Nullable String key);

    /** Makes an item what is told: what is not told of it is no more. */
    void replace(String collection, String id, Told told);

    /** Changes of an item what is told (RFC 7396): what is not told stays, null takes away. */
    void update(String collection, String id, Told told);

    /** Ends an item. */
    void retire(String collection, String id, Way way);

    /**
     * A Feature, or what of a Feature becomes another.
     *
     * @param crs the system of its geometry
     */
    record Told(ObjectNode feature, OutputCrs crs, Way way) {}

    /**
     * How an act is done.
     *
     * @param act which of the acts that fit
     * @param day from which, or about which, it is said
     * @param reason why, in words
     * @param document the decision or other legal basis
     * @param ifMatch the header If-Match
     */
    record Way(
            Act act,
            LocalDate day,
            @Nullable String reason,
            @Nullable String document,
            @Nullable String ifMatch) {}
}
