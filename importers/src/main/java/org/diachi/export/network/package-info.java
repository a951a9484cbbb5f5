/**
 * The drainage network, or what a trace goes through, as files: GeoPackage and input of EPA SWMM.
 *
 * <p>A SWMM model needs numbers where a register has none. What was assumed or left out is counted, and told in the file
 * itself.
 */
@NullMarked
package org.diachi.export.network;

import org.jspecify.annotations.NullMarked;
