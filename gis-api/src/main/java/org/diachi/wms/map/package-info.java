/**
 * Maps out of packs: rows are found, put on pixels and handed to the painter pass by pass, in any CRS of the catalogue. It
 * neither asks the database nor knows of HTTP; pictures that are too large to be drawn at once wait for each other.
 */
@NullMarked
package org.diachi.wms.map;

import org.jspecify.annotations.NullMarked;
