/**
 * Who may do what. Reads of open layers need nothing; every write needs a key that allows it, and what no rule names is
 * denied.
 *
 * <p>Keys are random texts of which only a hash is kept; they are never logged.
 */
@NullMarked
package org.diachi.security;

import org.jspecify.annotations.NullMarked;
