/**
 * Administrative units through all their eras, in memory: which a name may mean, which wards of today that covers, and
 * what a ward is called on a day. Never chooses among namesakes; that takes the rest of the address.
 */
@NullMarked
package org.diachi.search.place;

import org.jspecify.annotations.NullMarked;
