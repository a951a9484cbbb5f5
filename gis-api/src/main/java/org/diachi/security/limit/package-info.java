/**
 * Fair shares: how many requests a minute a client may make. A bucket for each client, in memory of a fixed size; a
 * client that was quiet for a while is forgotten, which does it no harm.
 */
@NullMarked
package org.diachi.security.limit;

import org.jspecify.annotations.NullMarked;
