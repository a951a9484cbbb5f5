/**
 * The lifecycle of buildings, businesses and public spaces and their codes.
 *
 * <p>Accepts acts with geometries in the storage CRS of the city; answers each with what became of it. One real thing
 * gets one code: what looks like a thing that is already registered is held back with its candidates, never doubled and
 * never merged unless the caller's rules say so.
 */
@NullMarked
package org.diachi.address;

import org.jspecify.annotations.NullMarked;
