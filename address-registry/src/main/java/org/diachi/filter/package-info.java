/**
 * Filters that callers write, in CQL2 (OGC 21-065) as text or JSON or in ECQL, on their way to bound SQL. What is read is
 * GeoTools' filters, with a note of where each of their parts was written; what is wrong ends with a
 * {@link org.diachi.filter.FilterException} that names the place. Length, depth and the size of geometries are limited
 * before anything is computed.
 */
@NullMarked
package org.diachi.filter;

import org.jspecify.annotations.NullMarked;
