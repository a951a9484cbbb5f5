/**
 * The drainage network in memory: structures, the links between them, and which way each link flows.
 *
 * <p>A network is one state of the register and never changes. It tolerates ends that lead nowhere, ids that stand for two
 * structures and links that flow in circles, and keeps them as they are. All lengths and levels are metres, coordinates those of
 * the storage CRS.
 */
@NullMarked
package org.diachi.drainage.network;

import org.jspecify.annotations.NullMarked;
