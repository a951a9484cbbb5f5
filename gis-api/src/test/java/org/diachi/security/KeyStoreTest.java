package org.diachi.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.diachi.audit.AuditEntry;
import org.diachi.audit.AuditLog;
import org.diachi.db.TestDatabase;
import org.diachi.value.AddressKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Keys are made, known, listed and revoked, and all that is noted; the store never has one in clear. */
class KeyStoreTest {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.create();

    private final KeyStore keys = new KeyStore(DATABASE.database().dataSource());

    private String create(Instant expires) {
        Bounds bounds = Bounds.of(List.of("19789"), List.of("building"), List.of("zones"));
        return keys.create(new KeyStore.Grant(Role.EDITOR, bounds, "permit office", expires), "root (operator)");
    }

    private KeyStore.Key last() {
        List<KeyStore.Key> all = keys.list();
        return all.get(all.size() - 1);
    }

    @Test
    void aKeyIsKnownByWhatItAllows() throws BadCredentialException {
        Caller caller = keys.read(create(null));
        assertThat(caller.role()).isEqualTo(Role.EDITOR);
        assertThat(caller.bounds().words()).containsExactly("ward 19789", "kind building", "layer zones");
        assertThat(caller.mayReadLayer("flood-lines")).isFalse();
        assertThat(caller.actor()).isEqualTo("permit office (key " + last().number() + ")");
    }

    @Test
    void otherTextsAreNoKeys() {
        String key = create(null);
        for (String other : List.of(key + "x", "", "diachi_")) {
            assertThatThrownBy(() -> keys.read(other))
                    .isInstanceOf(BadCredentialException.class)
                    .hasMessageContaining("not known");
        }
    }

    @Test
    void aKeyEnds() throws BadCredentialException {
        assertThat(keys.read(create(Instant.now().plusSeconds(3600)))).isNotNull();
        String revoked = create(null);
        assertThat(keys.revoke(last().number(), "root (operator)")).isTrue();
        assertThat(keys.revoke(last().number(), "root (operator)")).isFalse();
        assertThatThrownBy(() -> keys.read(revoked)).hasMessageContaining("was revoked");
        assertThat(keys.revoke(-1, "root (operator)")).isFalse();
        String expired = create(Instant.now().plusSeconds(3600));
        expireLast();
        assertThatThrownBy(() -> keys.read(expired)).hasMessageContaining("has expired");
        assertThat(last().isInForce(Instant.now())).isFalse();
    }

    private void expireLast() {
        DATABASE.jdbc().update("""
                UPDATE registry.api_key SET created = now() - interval '2 days', expires = now() - interval '1 day'
                 WHERE id = ?
                """, last().number());
    }

    @Test
    void makingAndEndingAKeyIsNoted() {
        create(null);
        long number = last().number();
        keys.revoke(number, "root (operator)");
        List<AuditEntry> entries = new AuditLog(DATABASE.database().dataSource())
                .list(0, 1000).stream()
                        .filter(entry ->
                                ("key " + number).equals(entry.attempt().subject()))
                        .toList();
        assertThat(entries).extracting(entry -> entry.attempt().act()).containsExactly("create key", "revoke key");
        assertThat(entries).allMatch(entry -> entry.attempt().actor().equals("root (operator)"));
        assertThat(entries.get(0).attempt().why())
                .isEqualTo("editor, ward 19789, kind building, layer zones, for permit office");
    }

    @Test
    void theDatabaseHasNoKeyInClear() {
        String key = create(null);
        assertThat(DATABASE.jdbc().queryForList("""
                        SELECT to_jsonb(k)::text FROM registry.api_key k
                         UNION ALL SELECT to_jsonb(a)::text FROM registry.audit a
                        """, String.class)).noneMatch(row -> row.contains(key));
    }

    @Test
    void aWardOfficeAndAnAgencyKeepToTheirOwn() {
        Bounds ward = Bounds.of(List.of("19789"), List.of(), List.of());
        Bounds agency = Bounds.of(List.of(), List.of(), List.of("zones"));
        Bounds shops = Bounds.of(List.of("*"), List.of("business"), List.of());
        assertThat(ward.allowKind(AddressKind.BUILDING)).isTrue();
        assertThat(ward.allowWritingLayer("zones")).isFalse();
        assertThat(agency.allowKind(AddressKind.BUILDING)).isFalse();
        assertThat(agency.allowWritingLayer("zones")).isTrue();
        assertThat(agency.allowWritingLayer("flood-lines")).isFalse();
        assertThat(shops.allowKind(AddressKind.BUSINESS)).isTrue();
        assertThat(shops.allowKind(AddressKind.BUILDING)).isFalse();
        assertThat(shops.areWardsBound()).isFalse();
        assertThat(Bounds.NONE.allowWritingLayer("zones")).isTrue();
        assertThat(Bounds.NONE.allowKind(AddressKind.BUILDING)).isTrue();
    }
}
