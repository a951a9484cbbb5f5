/**
 * Traces through a drainage network: up or down the flow, or to the nearest outfall.
 *
 * <p>A trace ends whatever the network looks like, also in loops, and says where it could not go on. Lengths are metres and
 * volumes cubic metres.
 */
@NullMarked
package org.diachi.drainage.trace;

import org.jspecify.annotations.NullMarked;
