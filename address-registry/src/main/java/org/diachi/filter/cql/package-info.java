/** Reads CQL2 text, CQL2 JSON and ECQL into GeoTools' filters. */
@NullMarked
package org.diachi.filter.cql;

import org.jspecify.annotations.NullMarked;
