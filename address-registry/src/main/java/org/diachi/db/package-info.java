/**
 * The way to PostgreSQL: the private cluster of an installation, the pool, the migrations of the schema
 * {@code registry}, and the check that coordinates come out right. Accepts a folder or an address of a database;
 * guarantees PostgreSQL 15 and PostGIS 3.3 or later, a migrated schema and the chosen path of the datum transform, or
 * fails with a sentence that says how to mend it. Tolerates crashes, stale files, and several processes asking for the
 * same cluster at once.
 */
@NullMarked
package org.diachi.db;

import org.jspecify.annotations.NullMarked;
