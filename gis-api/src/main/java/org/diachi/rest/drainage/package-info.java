/**
 * The drainage network over HTTP: traces as JSON, GeoJSON and drawn profiles, and what is wrong with the network.
 *
 * <p>Whoever may not read a layer of the network is told nothing of it.
 */
@NullMarked
package org.diachi.rest.drainage;

import org.jspecify.annotations.NullMarked;
