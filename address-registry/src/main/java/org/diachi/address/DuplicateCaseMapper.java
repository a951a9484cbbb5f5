package org.diachi.address;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.diachi.value.Code;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;

/** One row of {@code registry.duplicate_case} to one case. */
final class DuplicateCaseMapper implements RowMapper<DuplicateCase> {

    private final int srid;

    DuplicateCaseMapper(int srid) {
        this.srid = srid;
    }

    @Override
    public DuplicateCase mapRow(ResultSet row, int number) throws SQLException {
        return new DuplicateCase(
                row.getLong("id"),
                AddressJson.readRegistration(row.getString("registration")).toRegistration(srid),
                AddressJson.readCandidates(row.getString("candidates")),
                row.getObject("effective", LocalDate.class),
                row.getObject("import_run", Long.class),
                row.getString("opened_by"),
                instant(row, "opened_at"),
                DuplicateCase.State.of(row.getString("state")),
                resolution(row));
    }

    private static DuplicateCase.@Nullable Resolution resolution(ResultSet row) throws SQLException {
        String code = row.getString("code");
        return code == null
                ? null
                : new DuplicateCase.Resolution(
                        Code.parse(code),
                        row.getString("resolved_by"),
                        instant(row, "resolved_at"),
                        row.getString("reason"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
