package org.diachi.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.diachi.db.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What was known at an instant. */
class ChangeReaderTest {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.create();

    private static final LocalDate DAY = LocalDate.of(2025, 7, 1);

    @Test
    void everyInstantFindsTheLastEntryBeforeIt() {
        ChangeReader changes = new ChangeReader(DATABASE.database().dataSource());
        ChangeLog log = new ChangeLog(DATABASE.database().dataSource());
        assertThat(changes.seqAt(Instant.now())).isZero();
        List<Instant> times = new ArrayList<>();
        List<Long> ends = new ArrayList<>();
        for (int transaction = 0; transaction < 7; transaction++) {
            int entries = transaction;
            log.write(ActContext.of("test", DAY), ledger -> {
                for (int i = 0; i <= entries; i++) {
                    ledger.append(Act.REGISTER, "building", "code", 1);
                }
                return ledger.seq();
            });
            ends.add(changes.head());
            times.add(DATABASE.jdbc()
                    .queryForObject("SELECT at FROM registry.log_head", Timestamp.class)
                    .toInstant());
        }
        assertThat(ends).last().isEqualTo(28L);
        assertThat(changes.seqAt(times.get(0).minusSeconds(1))).isZero();
        for (int i = 0; i < times.size(); i++) {
            assertThat(changes.seqAt(times.get(i))).isEqualTo(ends.get(i));
        }
        assertThat(changes.resolve(TimeView.of(DAY))).isEqualTo(new Snapshot(DAY, 28));
        assertThat(changes.resolve(new TimeView(DAY, times.get(2)))).isEqualTo(new Snapshot(DAY, 6));
    }
}
