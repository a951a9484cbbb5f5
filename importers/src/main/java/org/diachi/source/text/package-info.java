/**
 * Bytes to text and text to numbers: finds or looks up the encoding of a file, reads the legacy Vietnamese encodings, and
 * guarantees Unicode NFC. It never guesses between one-byte encodings, since a wrong guess corrupts names silently.
 */
@NullMarked
package org.diachi.source.text;

import org.jspecify.annotations.NullMarked;
