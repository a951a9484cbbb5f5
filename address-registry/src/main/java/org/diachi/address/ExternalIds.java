package org.diachi.address;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.diachi.address.ActRefusedException.Rule;
import org.diachi.address.ExternalIdRows.Attached;
import org.diachi.address.ExternalIdRows.Known;
import org.diachi.change.Act;
import org.diachi.value.Code;
import org.diachi.value.ExternalId;
import org.jspecify.annotations.Nullable;

/** Attaches ids of other registers to objects, and detaches them. */
final class ExternalIds {

    private final ActDesk desk;

    ExternalIds(ActDesk desk) {
        this.desk = desk;
    }

    void attach(Timeline timeline, ExternalId id) {
        Known known = find(id);
        if (known != null && known.code().equals(timeline.code())) {
            throw new ActRefusedException(
                    Rule.NO_CHANGE,
                    id.toString(),
                    timeline.code() + " has the id " + id.scheme() + " " + id.value() + " already.",
                    "Nothing is to be done.");
        }
        if (known != null) {
            throw taken(id, known.code());
        }
        timeline.restate(Act.ATTACH_ID);
        add(List.of(new Attached(id, timeline.code(), null, null)), desk.write(List.of(timeline)));
    }

    static ActRefusedException taken(ExternalId id, Code owner) {
        return new ActRefusedException(
                Rule.ID_TAKEN,
                owner.toString(),
                "The id " + id.scheme() + " " + id.value() + " is that of " + owner + ".",
                "Detach it there first, or unite the two objects if they are one.");
    }

    void detach(Timeline timeline, ExternalId id) {
        Known known = find(id);
        if (known == null || !known.code().equals(timeline.code())) {
            throw new ActRefusedException(
                    Rule.UNKNOWN_ID,
                    id.toString(),
                    timeline.code() + " has no id " + id.scheme() + " " + id.value() + ".",
                    "Check the scheme and the value.");
        }
        timeline.restate(Act.DETACH_ID);
        end(List.of(new Attached(id, timeline.code(), null, null)), desk.write(List.of(timeline)));
    }

    @Nullable
    Known find(ExternalId id) {
        return find(List.of(id)).get(id);
    }

    Map<ExternalId, Known> find(List<ExternalId> ids) {
        return ActDesk.run(
                "Looking for ids", () -> ExternalIdRows.find(desk.ledger().connection(), ids));
    }

    /** The ids of one object become another's: both have got their entries of the log. */
    void move(Code from, Code to, Map<Code, Long> entries) {
        String sql = """
                SELECT scheme, value, fingerprint, row_number FROM registry.external_id
                 WHERE code = ? AND ended IS NULL
                """;
        List<Attached> moved = new ArrayList<>();
        desk.jdbc()
                .query(
                        sql,
                        row -> {
                            moved.add(new Attached(
                                    new ExternalId(row.getString("scheme"), row.getString("value")),
                                    to,
                                    row.getObject("fingerprint", Long.class),
                                    row.getObject("row_number", Long.class)));
                        },
                        from.toString());
        end(moved, entries);
        add(moved, entries);
    }

    void end(List<Attached> ids, Map<Code, Long> entries) {
        ActDesk.run("Detaching ids", () -> {
            ExternalIdRows.end(desk.ledger().connection(), ids, entries);
            return ids.size();
        });
    }

    void add(List<Attached> ids, Map<Code, Long> entries) {
        ActDesk.run("Attaching ids", () -> {
            ExternalIdRows.add(
                    desk.ledger().connection(),
                    ids,
                    entries,
                    desk.ledger().context().importRun());
            return ids.size();
        });
    }
}
