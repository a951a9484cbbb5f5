package org.diachi.address;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.diachi.address.ExternalIdRows.Known;
import org.diachi.city.AddressGrammar;
import org.diachi.value.ExternalId;
import org.jspecify.annotations.Nullable;

/**
 * What the register knew of the things of a batch, and of what is around them, when it was asked: as after one entry of
 * the log.
 */
final class Foresight {

    private final long seq;
    private final List<Registration> registrations;
    private final ContentFields contents;
    private final Map<ExternalId, Known> known;
    private final Map<ExternalId, Known> attached = new HashMap<>();
    private final Surroundings surroundings;
    private final boolean hasDistinctIds;
    private List<Foresight> earlier = List.of();

    private Foresight(
            long seq,
            List<Registration> registrations,
            ContentFields contents,
            Map<ExternalId, Known> known,
            Surroundings surroundings,
            boolean hasDistinctIds) {
        this.seq = seq;
        this.registrations = registrations;
        this.contents = contents;
        this.known = known;
        this.surroundings = surroundings;
        this.hasDistinctIds = hasDistinctIds;
    }

    /**
     * Asks the register once for all things.
     *
     * @param connection sees the state after entry {@code seq} of the log
     */
    static Foresight ask(
            Connection connection,
            long seq,
            int srid,
            AddressGrammar grammar,
            RegistrationRules rules,
            List<Registration> registrations)
            throws SQLException {
        List<ExternalId> ids = registrations.stream().flatMap(Foresight::ids).toList();
        Map<ExternalId, Known> known = ExternalIdRows.find(connection, ids);
        boolean[] isKnown = new boolean[registrations.size()];
        for (int i = 0; i < isKnown.length; i++) {
            SourceRecord source = registrations.get(i).source();
            isKnown[i] = source != null && known.containsKey(source.id());
        }
        AddressKeys keys = new AddressKeys(grammar);
        Surroundings surroundings =
                Surroundings.of(new Lookalikes(connection, srid), registrations, isKnown, rules, keys);
        ContentFields contents = new ContentFields(keys);
        for (int i = 0; i < isKnown.length; i++) {
            if (!isKnown[i]) {
                contents.prepare(registrations.get(i).content());
            }
        }
        boolean hasDistinctIds = Set.copyOf(ids).size() == ids.size();
        return new Foresight(seq, registrations, contents, known, surroundings, hasDistinctIds);
    }

    private static Stream<ExternalId> ids(Registration registration) {
        SourceRecord source = registration.source();
        return source == null
                ? registration.externalIds().stream()
                : Stream.concat(Stream.of(source.id()), registration.externalIds().stream());
    }

    /** Adds what was written since: batches of new objects, oldest first. */
    void follow(List<Foresight> batches) {
        earlier = List.copyOf(batches);
        surroundings.follow(batches.stream().map(Foresight::surroundings).toList());
    }

    /** Lets go of what batches after this one have no use for. */
    void settle() {
        earlier = List.of();
        surroundings.follow(List.of());
        contents.clear();
    }

    /** Number of the last entry of the log that is known of. */
    long seq() {
        return seq;
    }

    List<Registration> registrations() {
        return registrations;
    }

    ContentFields contents() {
        return contents;
    }

    /** Whose an id is, and since which row of its source. */
    @Nullable
    Known find(ExternalId id) {
        Known object = attached.get(id);
        for (int i = earlier.size() - 1; object == null && i >= 0; i--) {
            object = earlier.get(i).attached.get(id);
        }
        return object == null ? known.get(id) : object;
    }

    /** Whether no later thing of the batch can change what an object that a thing begins is said to be. */
    boolean isLeftAlone(int i) {
        return hasDistinctIds && surroundings.isLeftAlone(i);
    }

    /** From here on the id is known. */
    void attach(ExternalId id, Known object) {
        attached.put(id, object);
    }

    Surroundings surroundings() {
        return surroundings;
    }
}
