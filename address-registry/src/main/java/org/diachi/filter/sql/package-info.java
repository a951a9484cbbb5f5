/**
 * Turns GeoTools' filters into conditions of SQL. Types are checked here; whatever a caller wrote is bound, names too
 * where they are not columns.
 */
@NullMarked
package org.diachi.filter.sql;

import org.jspecify.annotations.NullMarked;
