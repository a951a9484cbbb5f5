/**
 * Administrative units through all their eras.
 *
 * <p>Codes and names are borne again by other units in other eras, so only the id is an identity. A name is answered
 * with every unit that it may mean, dated; nothing here chooses among them.
 */
@NullMarked
package org.diachi.place;

import org.jspecify.annotations.NullMarked;
