/**
 * Reads a geographic file as a stream of rows with geometry, coordinate system and encoding. It accepts files of every
 * format that is registered as a {@link org.diachi.source.SourceFormat}, guarantees bounded memory whatever the file's
 * size, and tolerates bad rows: what is wrong with a row travels with the row, and only a broken file throws. It knows
 * nothing of the registry.
 */
@NullMarked
package org.diachi.source;

import org.jspecify.annotations.NullMarked;
