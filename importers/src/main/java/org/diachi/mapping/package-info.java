/**
 * Rows to registry acts, by a mapping file.
 *
 * <p>A mapping is a small YAML file, one for each data set, that says which field is what, in which unit and with which
 * code list. Accepts what any format yields; guarantees that every row becomes something to register or an issue that
 * says why not, and that geometries come out valid and in the storage CRS.
 */
@NullMarked
package org.diachi.mapping;

import org.jspecify.annotations.NullMarked;
