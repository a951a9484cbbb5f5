/**
 * FlatGeobuf, with or without its spatial index, read front to back feature by feature. Z and M are dropped, columns of
 * binary data left out; a file that ends before its last feature is broken.
 */
@NullMarked
package org.diachi.source.flatgeobuf;

import org.jspecify.annotations.NullMarked;
