/**
 * A follower of the change feed for others to use: keeps a copy of the feed in a file, or hands it on to a URL.
 *
 * <p>It may be killed at any moment. A copy in a file goes on after its last complete line and ends byte-identical to every
 * other copy.
 */
@NullMarked
package org.diachi.cli.follow;

import org.jspecify.annotations.NullMarked;
