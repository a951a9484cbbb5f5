/**
 * Address objects in answers: found by what people type, filtered, and written as GeoJSON, CSV or NDJSON.
 *
 * <p>Shared by every face that shows addresses, so that one object reads the same everywhere.
 */
@NullMarked
package org.diachi.http.address;

import org.jspecify.annotations.NullMarked;
