package org.diachi.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.diachi.address.ActRefusedException;
import org.diachi.address.AddressPatch;
import org.diachi.address.Subject;
import org.diachi.change.ActContext;
import org.diachi.feed.Village;
import org.diachi.value.Code;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** The audit log answers for every act, and cannot be rewritten without a trace. */
class AuditLogTest {

    private final Village village = Village.create();

    private final AuditLog audit = village.registry().audit();
    private final JdbcTemplate service = village.database().database().jdbc();
    private final JdbcTemplate owner = village.database().jdbc();

    @AfterEach
    void close() {
        village.database().close();
    }

    private Code newHouse(String number, int easting) {
        return village.register(
                Village.building(village.ward(Village.EAST, Village.FOUNDED), number, easting, 1821000), number);
    }

    private AuditEntry last() {
        List<AuditEntry> all = audit.list(0, 1000);
        return all.get(all.size() - 1);
    }

    @Test
    void anActIsNotedWithWhoWhatWhereAndWhy() {
        Code code = newHouse("1", 561000);
        ActContext context = new ActContext("hoa (key 7)", Village.FOUNDED, "fire", "12/QĐ", null).from("192.0.2.7");
        village.registry().addressRegister().act(context, acts -> acts.retire(Subject.of(code)));
        AuditEntry entry = last();
        assertThat(entry.isDone()).isTrue();
        assertThat(entry.attempt())
                .isEqualTo(new Attempt("hoa (key 7)", "192.0.2.7", "retire", code.toString(), "fire"));
        assertThat(entry.lastChange()).isEqualTo(village.registry().changes().head());
        assertThat(audit.verify()).isEmpty();
    }

    @Test
    void manyActsOfOneTransactionAreOneEntry() {
        int before = audit.list(0, 1000).size();
        Code first = newHouse("1", 561000);
        Code second = newHouse("2", 561100);
        village.registry().addressRegister().act(ActContext.of("hoa", Village.FOUNDED), acts -> {
            acts.verify(Subject.of(first));
            acts.verify(Subject.of(second));
            return acts.change(Subject.of(first), AddressPatch.EMPTY.name("Nhà"));
        });
        assertThat(audit.list(0, 1000)).hasSize(before + 3);
        assertThat(last().attempt().act()).isEqualTo("verify 2, change");
        assertThat(last().attempt().place()).isEqualTo("command line");
        assertThat(last().lastChange() - last().firstChange()).isEqualTo(2);
        assertThat(audit.verify()).isEmpty();
    }

    @Test
    void whatIsRolledBackLeavesNoEntryAndWhatIsDeniedDoes() {
        Code code = newHouse("1", 561000);
        long seq = last().seq();
        assertThatThrownBy(() -> village.registry()
                        .addressRegister()
                        .act(ActContext.of("hoa", Village.FOUNDED), acts -> acts.approve(Subject.of(code))))
                .isInstanceOf(ActRefusedException.class);
        assertThat(last().seq()).isEqualTo(seq);
        audit.appendDenied(new Attempt("nobody", "192.0.2.7", "POST /api/v1/acts", null, "no key"));
        assertThat(last().isDone()).isFalse();
        assertThat(last().seq()).isEqualTo(seq + 1);
        assertThat(audit.verify()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE registry.audit SET actor = 'someone else'",
                "DELETE FROM registry.audit",
                "TRUNCATE registry.audit",
                "INSERT INTO registry.audit SELECT * FROM registry.audit",
                "UPDATE registry.audit_head SET seq = 0",
                "ALTER TABLE registry.audit DISABLE TRIGGER ALL",
                "DROP TABLE registry.audit",
                "UPDATE registry.change SET actor = 'someone else'",
                "DELETE FROM registry.change",
                "DELETE FROM registry.address_version",
                "CREATE OR REPLACE FUNCTION registry.audit_hash(bytea, registry.audit) RETURNS bytea LANGUAGE sql AS 'SELECT NULL::bytea'"
            })
    void theRoleOfTheServiceCannotRewriteIt(String sql) {
        newHouse("1", 561000);
        String before = audit.head();
        assertThat(audit.isOutOfReach()).isTrue();
        assertThatThrownBy(() -> service.execute(sql))
                .rootCause()
                .hasMessageMatching("(?s).*(permission denied|must be owner).*");
        assertThat(audit.head()).isEqualTo(before);
    }

    @Test
    void evenItsOwnerIsRefused() {
        assertThatThrownBy(() -> owner.execute("DELETE FROM registry.audit"))
                .rootCause()
                .hasMessageContaining("nothing in the register is overwritten");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE registry.audit SET actor = 'someone else' WHERE seq = 2",
                "UPDATE registry.audit SET why = NULL, subject = 'x' WHERE seq = 2",
                "DELETE FROM registry.audit WHERE seq = 2",
                "DELETE FROM registry.audit WHERE seq = (SELECT max(seq) FROM registry.audit)",
                "UPDATE registry.audit SET seq = seq + 100 WHERE seq = (SELECT max(seq) FROM registry.audit)",
                "UPDATE registry.log_head SET seq = seq + 1"
            })
    void whoeverBreaksInIsFoundOut(String sql) {
        newHouse("1", 561000);
        assertThat(audit.verify()).isEmpty();
        owner.execute("ALTER TABLE registry.audit DISABLE TRIGGER append_only");
        owner.execute(sql);
        assertThat(audit.verify()).isNotEmpty();
    }
}
