/**
 * One open register: its database, its city and all that can be asked of it or done to it.
 *
 * <p>Opening migrates the database, enters the city's places once, and refuses to go on if coordinates would come out
 * wrong or the database belongs to another city.
 */
@NullMarked
package org.diachi.registry;

import org.jspecify.annotations.NullMarked;
