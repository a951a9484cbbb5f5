package org.diachi.db;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the registry needs of a database before its own schema can be made. */
final class DatabaseRequirements {

    private static final int OLDEST_SERVER = PostgresBinaries.OLDEST_VERSION * 10_000;
    private static final String OLDEST_POSTGIS = "3.3";
    private static final String CREATE_POSTGIS = "CREATE EXTENSION IF NOT EXISTS postgis SCHEMA public";

    private DatabaseRequirements() {}

    /**
     * Checks versions and makes the extension PostGIS in the schema {@code public} where it is missing.
     *
     * @throws DatabaseSetupException if something is missing and cannot be made; the message says how to mend it
     */
    static void ensure(JdbcTemplate jdbc) {
        ensureServer(jdbc);
        ensurePostgis(jdbc);
        ensurePostgisVersion(jdbc);
        ensureReferenceSystemsWritable(jdbc);
    }

    private static void ensureServer(JdbcTemplate jdbc) {
        Integer version = jdbc.queryForObject("SELECT current_setting('server_version_num')::integer", Integer.class);
        if (version == null || version < OLDEST_SERVER) {
            throw new DatabaseSetupException("PostgreSQL " + PostgresBinaries.OLDEST_VERSION
                    + " or later is needed; this server is "
                    + jdbc.queryForObject("SELECT current_setting('server_version')", String.class) + ".");
        }
    }

    private static void ensurePostgis(JdbcTemplate jdbc) {
        if (answersYes(jdbc, "SELECT EXISTS (SELECT FROM pg_extension WHERE extname = 'postgis')")) {
            return;
        }
        if (!answersYes(jdbc, "SELECT EXISTS (SELECT FROM pg_available_extensions WHERE name = 'postgis')")) {
            throw new DatabaseSetupException("PostGIS is not installed on the database server. On Debian and Ubuntu:"
                    + " apt-get install postgresql-"
                    + jdbc.queryForObject("SELECT current_setting('server_version_num')::integer / 10000", String.class)
                    + "-postgis-3");
        }
        try {
            jdbc.execute(CREATE_POSTGIS);
        } catch (DataAccessException e) {
            throw new DatabaseSetupException(
                    "The database lacks the extension PostGIS, and this role may not make it. Let an administrator run"
                            + " in this database: " + CREATE_POSTGIS + ";",
                    e);
        }
    }

    private static void ensurePostgisVersion(JdbcTemplate jdbc) {
        if (!answersYes(
                jdbc,
                "SELECT string_to_array(substring(postgis_lib_version() FROM '^\\d+\\.\\d+'), '.')::integer[]"
                        + " >= string_to_array(?, '.')::integer[]",
                OLDEST_POSTGIS)) {
            throw new DatabaseSetupException("PostGIS " + OLDEST_POSTGIS + " or later is needed; this database has "
                    + jdbc.queryForObject("SELECT postgis_lib_version()", String.class)
                    + ". Upgrade the package, then run: SELECT postgis_extensions_upgrade();");
        }
    }

    /** Every migration begins by writing reference systems, and their table belongs to whoever made the extension. */
    private static void ensureReferenceSystemsWritable(JdbcTemplate jdbc) {
        if (!answersYes(jdbc, "SELECT has_table_privilege('spatial_ref_sys', 'INSERT')")
                || !answersYes(jdbc, "SELECT has_table_privilege('spatial_ref_sys', 'UPDATE')")) {
            throw new DatabaseSetupException("The role may not write the table spatial_ref_sys, which must hold the"
                    + " coordinate systems of the city. Let an administrator run in this database:"
                    + " GRANT INSERT, UPDATE ON spatial_ref_sys TO "
                    + jdbc.queryForObject("SELECT quote_ident(current_user)", String.class) + ";");
        }
    }

    private static boolean answersYes(JdbcTemplate jdbc, String question, Object... values) {
        return Boolean.TRUE.equals(jdbc.queryForObject(question, Boolean.class, values));
    }
}
