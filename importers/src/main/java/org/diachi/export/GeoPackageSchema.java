package org.diachi.export;

import java.util.List;

/** The system tables of OGC 12-128r17 (GeoPackage 1.3), annex C, as far as feature tables need them. */
final class GeoPackageSchema {
    static final List<String> TABLES = List.of("""
            CREATE TABLE gpkg_spatial_ref_sys (
              srs_name TEXT NOT NULL, srs_id INTEGER NOT NULL PRIMARY KEY, organization TEXT NOT NULL,
              organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT)
            """, """
            CREATE TABLE gpkg_contents (
              table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE,
              description TEXT DEFAULT '',
              last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
              min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER,
              CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id))
            """, """
            CREATE TABLE gpkg_geometry_columns (
              table_name TEXT NOT NULL, column_name TEXT NOT NULL, geometry_type_name TEXT NOT NULL,
              srs_id INTEGER NOT NULL, z TINYINT NOT NULL, m TINYINT NOT NULL,
              CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name),
              CONSTRAINT uk_gc_table_name UNIQUE (table_name),
              CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name),
              CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys (srs_id))
            """, """
            CREATE TABLE gpkg_extensions (
              table_name TEXT, column_name TEXT, extension_name TEXT NOT NULL, definition TEXT NOT NULL,
              scope TEXT NOT NULL, CONSTRAINT ge_tce UNIQUE (table_name, column_name, extension_name))
            """);

    private GeoPackageSchema() {}

    /**
     * The statements that make the R-tree of a table and keep it right when other programs edit the file, after annex
     * F.3. The triggers use functions such as {@code ST_MinX} that every GeoPackage program brings along.
     */
    static List<String> spatialIndex(String table) {
        String tree = quote("rtree_" + table + "_geom");
        String values = "NEW.\"fid\", ST_MinX(NEW.\"geom\"), ST_MaxX(NEW.\"geom\"), ST_MinY(NEW.\"geom\"), "
                + "ST_MaxY(NEW.\"geom\")";
        String present = "(NEW.\"geom\" NOTNULL AND NOT ST_IsEmpty(NEW.\"geom\"))";
        String absent = "(NEW.\"geom\" ISNULL OR ST_IsEmpty(NEW.\"geom\"))";
        String put = " BEGIN INSERT OR REPLACE INTO " + tree + " VALUES (" + values + "); END";
        String drop = " BEGIN DELETE FROM " + tree + " WHERE id = OLD.\"fid\"; END";
        return List.of(
                "CREATE VIRTUAL TABLE " + tree + " USING rtree(id, minx, maxx, miny, maxy)",
                trigger(table, "insert", "AFTER INSERT") + " WHEN " + present + put,
                trigger(table, "update1", "AFTER UPDATE OF \"geom\"") + " WHEN OLD.\"fid\" = NEW.\"fid\" AND " + present
                        + put,
                trigger(table, "update2", "AFTER UPDATE OF \"geom\"") + " WHEN OLD.\"fid\" = NEW.\"fid\" AND " + absent
                        + drop,
                trigger(table, "update3", "AFTER UPDATE") + " WHEN OLD.\"fid\" != NEW.\"fid\" AND " + present
                        + " BEGIN DELETE FROM " + tree + " WHERE id = OLD.\"fid\"; INSERT OR REPLACE INTO " + tree
                        + " VALUES (" + values + "); END",
                trigger(table, "update4", "AFTER UPDATE") + " WHEN OLD.\"fid\" != NEW.\"fid\" AND " + absent
                        + " BEGIN DELETE FROM " + tree + " WHERE id IN (OLD.\"fid\", NEW.\"fid\"); END",
                trigger(table, "delete", "AFTER DELETE") + " WHEN OLD.\"geom\" NOTNULL" + drop);
    }

    private static String trigger(String table, String name, String event) {
        return "CREATE TRIGGER " + quote("rtree_" + table + "_geom_" + name) + " " + event + " ON " + quote(table);
    }

    /** A name of a table or column as SQL wants it; names cannot be bound. */
    static String quote(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
