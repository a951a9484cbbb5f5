/**
 * What the start page needs beyond the public API: the facts of its city. The page itself is static, below {@code
 * static/}; it asks the same endpoints as everybody else and works without hosts other than this one.
 */
@NullMarked
package org.diachi.web;

import org.jspecify.annotations.NullMarked;
