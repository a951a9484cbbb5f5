/**
 * The drainage network of the city as a view in memory, and in any state that was known before.
 *
 * <p>It is made of the layers {@code drainage-nodes} and {@code drainage-links} and follows the change log. What of the
 * network is served by a trace, catchments and addresses, is asked of the register.
 */
@NullMarked
package org.diachi.drainage;

import org.jspecify.annotations.NullMarked;
