/**
 * Who may do what. Reads of open layers need nothing; every write needs a key or a token that allows it, and what no rule
 * names is denied and noted.
 *
 * <p>Keys are random texts of which only a hash is kept; tokens are checked against the keys of their issuer. Either
 * makes the same {@link org.diachi.security.Caller}. Neither is ever logged.
 */
@NullMarked
package org.diachi.security;

import org.jspecify.annotations.NullMarked;
