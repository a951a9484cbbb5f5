package org.diachi.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.diachi.db.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Keys are made, known and revoked; the store never has one in clear. */
class KeyStoreTest {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.create();

    private final KeyStore keys = new KeyStore(DATABASE.database().dataSource());

    private String create(Instant expires) {
        return keys.create(
                new KeyStore.Grant(Role.EDITOR, List.of("19789"), List.of("zones"), "permit office", expires));
    }

    @Test
    void aKeyIsKnownByWhatItAllows() {
        Caller caller = keys.find(create(null)).orElseThrow();
        assertThat(caller.role()).isEqualTo(Role.EDITOR);
        assertThat(caller.mayWriteWard("19789")).isTrue();
        assertThat(caller.mayWriteWard("19753")).isFalse();
        assertThat(caller.mayReadLayer("zones")).isTrue();
        assertThat(caller.mayReadLayer("flood-lines")).isFalse();
        assertThat(caller.actor()).isEqualTo("permit office (key " + caller.key() + ")");
    }

    @Test
    void otherTextsAreNoKeys() {
        String key = create(null);
        assertThat(keys.find(key + "x")).isEmpty();
        assertThat(keys.find("")).isEmpty();
    }

    @Test
    void aKeyEnds() {
        assertThat(keys.find(create(Instant.now().plusSeconds(3600)))).isPresent();
        String revoked = create(null);
        assertThat(keys.revoke(keys.find(revoked).orElseThrow().key())).isTrue();
        assertThat(keys.find(revoked)).isEmpty();
        assertThat(keys.revoke(-1)).isFalse();
        String expired = create(Instant.now().plusSeconds(3600));
        DATABASE.jdbc()
                .update(
                        "UPDATE registry.api_key SET created = now() - interval '2 days', expires = now() - interval '1 day'"
                                + " WHERE id = ?",
                        keys.find(expired).orElseThrow().key());
        assertThat(keys.find(expired)).isEmpty();
    }

    @Test
    void theDatabaseHasNoKeyInClear() {
        String key = create(null);
        assertThat(DATABASE.jdbc().queryForList("SELECT to_jsonb(k)::text FROM registry.api_key k", String.class))
                .noneMatch(row -> row.contains(key));
    }
}
